import type { Challenge } from 'altcha-lib/types';
import { solve } from './solve-challenge.ts';

// A file of its own: the content security policy allows scripts of the site alone, and the page stays quick.
addEventListener('message', ({ data }: MessageEvent<Challenge>) => {
  solve(data).then(postMessage, () => {
    postMessage(null);
  });
});
