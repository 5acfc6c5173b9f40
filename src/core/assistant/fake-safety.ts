import type { Safety } from './safety.ts';

/** Finds only the words "BAHAYA" (urgent), "RAHASIA" (a secret) and "DATA" (masked). */
export const FAKE_SAFETY: Safety = {
  isUrgent: (text) => text.includes('BAHAYA'),
  holdsSecret: (text) => text.includes('RAHASIA'),
  mask: (text) => text.replaceAll('DATA', '[…]'),
};
