import { expect, test } from 'vitest';
import type { Article } from './article.ts';
import { asContentFiles, fakeContent } from './fake-content.ts';
import { toPlainMarkdown } from './plain-markdown.ts';
import { readContent } from './read-content.ts';

const result = readContent(asContentFiles(fakeContent()));
if (!result.ok) throw new Error('the made-up content has faults');
const { articles, sources } = result.content;
const SITE = 'https://help.example.org';

function draw(change: Partial<Article> = {}): string {
  const article = articles.find(({ id, lang }) => id === 'banking/parcel-late' && lang === 'en');
  if (!article) throw new Error('no article');
  return toPlainMarkdown({ ...article, ...change }, sources, SITE);
}

test('begins with the title and the description, and ends with the sources and one line end', () => {
  const text = draw();
  expect(text).toMatch(/^# Parcel late\n\nThe parcel moves but has not arrived\.\n\n## Symptoms\n/);
  expect(text).toMatch(/\n\n\[\^rule-1\]: Rule on parcels\. https:\/\/example\.org\/rule\n$/);
});

test('ends with the text when nothing is cited', () => {
  expect(draw({ citations: [] })).toMatch(/Send in the morning\.\n$/);
});

test('names a source that it does not know by its slug', () => {
  expect(draw({ citations: [{ number: 1, slug: 'gone' }] })).toMatch(/\n\[\^gone\]: gone\n$/);
});

test.each([
  ['[a](../parcel-lost/)', '[a](https://help.example.org/en/banking/parcel-lost/)'],
  ['[a](../parcel-lost/#file-claim)', '[a](https://help.example.org/en/banking/parcel-lost/#file-claim)'],
  ['[a](../../education/x/)', '[a](https://help.example.org/en/education/x/)'],
  ['[a](#ask-counter)', '[a](https://help.example.org/en/banking/parcel-late/#ask-counter)'],
  ['[a](../parcel-lost/ "Lost")', '[a](https://help.example.org/en/banking/parcel-lost/ "Lost")'],
  ['[a](<../parcel-lost/>)', '[a](https://help.example.org/en/banking/parcel-lost/)'],
  ['[a](https://example.org/../x/)', '[a](https://example.org/../x/)'],
  ['a ] (../x/)', 'a ] (../x/)'],
])('writes %s as %s', (markdown, expected) => {
  expect(draw({ markdown })).toContain(`\n\n${expected}\n`);
});
