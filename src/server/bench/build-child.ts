import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PEERS, type Corpus } from './peer/index.ts';

// Started by build-in-child.ts, which says when to go on: "load", then "build".
const [name, corpusFile = '', out = ''] = process.argv.slice(2);
const peer = PEERS.find((candidate) => candidate.name === name);
if (!peer) throw new Error(`There is no engine called "${String(name)}".`);

await once(process, 'message');
// Written by the parent from a value of this type.
const corpus = JSON.parse(await readFile(corpusFile, 'utf8')) as Corpus;
process.send?.('loaded');

await once(process, 'message');
const started = performance.now();
const files = await peer.build(corpus);
const buildMs = performance.now() - started;
for (const [file, bytes] of files) {
  await mkdir(path.dirname(path.join(out, file)), { recursive: true });
  await writeFile(path.join(out, file), bytes);
}
process.send?.(buildMs);
await once(process, 'message');
