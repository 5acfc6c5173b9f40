import type { Safety } from './safety.ts';

/**
 * Finds only the words "BAHAYA" (urgent; "BAHAYA NYAWA" is violence, "BAHAYA, ANAK" may be about a child), "RAHASIA" (a secret) and "DATA" (masked).
 */
export const FAKE_SAFETY: Safety = {
  isUrgent: (text) => text.includes('BAHAYA'),
  situationOf: (text) =>
    text.includes('BAHAYA NYAWA') ? 'violence' : text.includes('BAHAYA') ? 'money-moving' : undefined,
  lifeInDangerOf: (text) =>
    text.includes('BAHAYA NYAWA')
      ? 'violence'
      : text.includes('BAHAYA, ANAK')
        ? 'child-in-danger'
        : undefined,
  holdsSecret: (text) => text.includes('RAHASIA'),
  mask: (text) => text.replaceAll('DATA', '[…]'),
};
