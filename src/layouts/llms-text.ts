import { LANGUAGES, type Article } from '../core/article/browser.ts';
import { messages, pathOf } from '../i18n/index.ts';
import { guidesBySector } from './most-needed.ts';

/** The site for language models (llmstxt.org): what it is, and each guide as markdown. */
export function llmsText(articles: readonly Article[], site: URL | undefined): string {
  const absolute = (path: string) => new URL(path, site).href;
  const lines = [
    '# Pandu',
    '',
    '> Troubleshooting guides for the users of digital services in Indonesia, in Indonesian and English. Each guide is one problem: symptoms, ordered steps, whom to ask and by when they must answer, with sources.',
    '',
    'Contacts stand only in the service directory, each with its source and the date it was checked. Never make one up.',
  ];
  for (const lang of LANGUAGES) {
    const t = messages(lang);
    for (const { sector, guides } of guidesBySector(articles, lang)) {
      lines.push('', `## ${t.sectors[sector].name} (${t.languageName})`, '');
      for (const { id, title, description } of guides) {
        lines.push(`- [${title}](${absolute(pathOf('guideMarkdown', lang, { id }))}): ${description}`);
      }
    }
  }
  return `${lines.join('\n')}\n`;
}
