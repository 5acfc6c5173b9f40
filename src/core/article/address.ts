import type { Language } from './article.ts';

const ROOT = { id: '/', en: '/en/' } as const;

/** The path of a guide's page. @example guidePath('banking/otp-not-received', 'en') // '/en/banking/otp-not-received/' */
export function guidePath(id: string, lang: Language): string {
  return `${ROOT[lang]}${id}/`;
}

/** The path of a guide as plain markdown. */
export function guideMarkdownPath(id: string, lang: Language): string {
  return `${ROOT[lang]}${id}.md`;
}

/** The short path that an agent pastes into a reply; it survives renames. */
export function permalinkPath(code: string, lang: Language): string {
  return `${ROOT[lang]}g/${code}/`;
}
