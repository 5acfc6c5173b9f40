import { LANGUAGES, HEADINGS, UNWRITTEN, type Language } from '../../core/article/index.ts';
import type { CatalogueEntry } from './catalogue.ts';

/** A file of a new guide. */
export interface ScaffoldFile {
  readonly name: string;
  readonly text: string;
}

/**
 * The three files of a guide that is not written yet: what the catalogue knows, and the sign for
 * "to be written" everywhere else, so that the check names each place. `guides` are the ids that have a guide.
 */
export function scaffold(
  entry: CatalogueEntry,
  guides: readonly string[],
  today: string,
): readonly ScaffoldFile[] {
  return [
    { name: 'problem.yaml', text: problemYaml(entry, guides, today) },
    ...LANGUAGES.map((lang) => ({ name: `${lang}.md`, text: guide(entry, lang) })),
  ];
}

function problemYaml(entry: CatalogueEntry, guides: readonly string[], today: string): string {
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
    `  - { key: ${UNWRITTEN}, minutes: 1 }`,
    'services: []',
    'sources: []',
    `reviewed: ${today}`,
    'reviewEveryDays: 180',
  ];
  return `${lines.join('\n')}\n`;
}

function guide(entry: CatalogueEntry, lang: Language): string {
  const title = lang === 'id' ? entry.title_id : entry.title_en;
  const headings = HEADINGS[lang];
  return `---
title: ${JSON.stringify(title)}
description: ${UNWRITTEN}
asks:
  - ${UNWRITTEN}
  - ${UNWRITTEN}
  - ${UNWRITTEN}
---

## ${headings.symptoms}

- ${UNWRITTEN}

## ${headings.steps}

1. **${UNWRITTEN}** ${UNWRITTEN}

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
