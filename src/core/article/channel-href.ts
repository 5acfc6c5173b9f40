import type { Channel, Language } from './article.ts';

/** The address that a tap on a channel opens, or undefined for one that is only words. */
export function channelHref({ kind, value }: Channel, lang: Language): string | undefined {
  const text = value[lang];
  if (/^https:\/\/\S+$/.test(text)) return text;
  if (kind === 'email' && /^\S+@\S+$/.test(text)) return `mailto:${text}`;
  if (!/^\+?[\d\s().-]+$/.test(text)) return undefined;
  const digits = text.replaceAll(/[^\d+]/g, '');
  if (kind === 'phone') return `tel:${digits}`;
  if (kind === 'whatsapp') return `https://wa.me/${digits.replace(/^(\+62|62|0)/, '62')}`;
  return undefined;
}
