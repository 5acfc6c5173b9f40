import type { Article } from '../core/article/browser.ts';

const rich = (text: string) => ({ text, html: text });

/** A whole small guide for tests; what a test is about is given, the rest is unremarkable. */
export function exampleArticle(given: Partial<Article> & { readonly id: string }): Article {
  const [sector, slug = ''] = given.id.split('/');
  return {
    lang: 'id',
    sector: sector as Article['sector'],
    slug,
    code: 'abc234',
    title: `Judul ${given.id}`,
    description: 'Uraian.',
    asks: [],
    symptoms: [],
    steps: [{ key: 'look', minutes: 2, action: rich('Lihat.'), detail: rich('Terlihat.') }],
    ifUnresolved: rich('Lapor.'),
    causes: rich('Sebab.'),
    prevention: rich('Cegah.'),
    risk: 'normal',
    escalate: 'self-service',
    related: [],
    signs: {},
    services: [],
    citations: [],
    reviewed: '2026-11-24',
    reviewEveryDays: 180,
    markdown: '',
    ...given,
  };
}
