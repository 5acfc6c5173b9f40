import { LANGUAGES, HEADINGS, UNWRITTEN, type Language } from '../../core/article/index.ts';

/** A file of a new guide. */
export interface ScaffoldFile {
  readonly name: string;
  readonly text: string;
}

/** What a guide is laid out from; a value that nobody knows yet is the sign for "to be written". */
export interface GuideOutline {
  readonly scope: string;
  readonly related: readonly string[];
  readonly risk: string;
  readonly escalate: string;
  readonly title_id: string;
  readonly title_en: string;
}

/** What is known of the text in one language: markdown, one line each. */
export interface GuideFilling {
  readonly asks: readonly string[];
  readonly steps: readonly string[];
}

/**
 * The three files of a guide that is not written yet: what the catalogue knows, and the sign for
 * "to be written" everywhere else, so that the check names each place. `guides` are the ids that have a guide;
 * `filled` holds what is known of the text, as markdown.
 */
export function scaffold(
  entry: GuideOutline,
  guides: readonly string[],
  today: string,
  filled: Readonly<Partial<Record<Language, GuideFilling>>> = {},
): readonly ScaffoldFile[] {
  const steps = Math.max(1, ...LANGUAGES.map((lang) => filled[lang]?.steps.length ?? 0));
  return [
    { name: 'problem.yaml', text: problemYaml(entry, guides, today, steps) },
    ...LANGUAGES.map((lang) => ({ name: `${lang}.md`, text: guide(entry, lang, filled[lang]) })),
  ];
}

/** So many are asked for at least. */
const LEAST_ASKS = 3;

function problemYaml(entry: GuideOutline, guides: readonly string[], today: string, steps: number): string {
  const related = entry.related.filter((id) => guides.includes(id));
  const later = entry.related.filter((id) => !guides.includes(id));
  const lines = [
    ...wrap(entry.scope).map((line) => `# ${line}`),
    `risk: ${entry.risk}`,
    `escalate: ${entry.escalate}`,
    `related: [${related.join(', ')}]`,
    ...(later.length > 0 ? [`# also related, once they have a guide: ${later.join(', ')}`] : []),
    'signs: # the answer expected here, so that each related problem expects another to one of them',
    `  ${UNWRITTEN}: ${UNWRITTEN}`,
    'steps: # one for each numbered step, in the same order',
    ...Array.from({ length: steps }, () => `  - { key: ${UNWRITTEN}, minutes: 1 }`),
    'services: []',
    'sources: []',
    `reviewed: ${today}`,
    'reviewEveryDays: 180',
  ];
  return `${lines.join('\n')}\n`;
}

function guide(entry: GuideOutline, lang: Language, filled: GuideFilling = { asks: [], steps: [] }): string {
  const title = lang === 'id' ? entry.title_id : entry.title_en;
  const headings = HEADINGS[lang];
  const asks = filled.asks.map((ask) => JSON.stringify(ask));
  while (asks.length < LEAST_ASKS) asks.push(UNWRITTEN);
  const steps = filled.steps.length > 0 ? filled.steps : [UNWRITTEN];
  return `---
title: ${JSON.stringify(title)}
description: ${UNWRITTEN}
asks:
${asks.map((ask) => `  - ${ask}`).join('\n')}
---

## ${headings.symptoms}

- ${UNWRITTEN}

## ${headings.steps}

${steps.map((step, place) => `${place + 1}. **${UNWRITTEN}** ${step}`).join('\n')}

## ${headings['if-unresolved']}

${UNWRITTEN}

## ${headings.causes}

${UNWRITTEN}

## ${headings.prevention}

${UNWRITTEN}
`;
}

const WIDTH = 100;

function wrap(text: string): string[] {
  return text.split(/\s+/).reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= WIDTH) return [...lines, word];
    return [...lines.slice(0, -1), `${last} ${word}`];
  }, []);
}
