import { LANGUAGES, type Article, type Language, type RichText } from '../article/browser.ts';

/** What a test says of a guide; the rest is the same for all. */
export interface FakeGuide {
  readonly id: string;
  readonly lang?: Language;
  readonly title: string;
  readonly description?: string;
  readonly asks?: readonly string[];
  readonly symptoms?: readonly string[];
  readonly steps?: readonly string[];
}

/** A guide with only what search reads; language Indonesian unless given. */
export function fakeArticle({
  id,
  lang = LANGUAGES[0],
  title,
  description = '',
  ...lists
}: FakeGuide): Article {
  const [sector = '', slug = ''] = id.split('/');
  return {
    id,
    lang,
    // Tests name real sectors.
    sector: sector as Article['sector'],
    slug,
    code: slug,
    title,
    description,
    asks: lists.asks ?? [],
    symptoms: (lists.symptoms ?? []).map(rich),
    steps: (lists.steps ?? []).map((text, index) => ({
      key: `step-${index + 1}`,
      minutes: 1,
      action: rich(text),
      detail: rich(''),
    })),
    ifUnresolved: rich(''),
    causes: rich(''),
    prevention: rich(''),
    risk: 'normal',
    escalate: 'if-unresolved',
    related: [],
    signs: {},
    services: [],
    citations: [],
    reviewed: '2026-11-24',
    reviewEveryDays: 180,
    markdown: '',
  };
}

function rich(text: string): RichText {
  return { text, html: '' };
}
