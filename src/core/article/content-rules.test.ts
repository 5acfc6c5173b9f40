import { describe, expect, test } from 'vitest';
import type { ContentProblem } from './article.ts';
import { asContentFiles, fakeContent, LATE, LOST, type FakeFiles } from './fake-content.ts';
import { readContent } from './read-content.ts';

const YAML = `${LATE}/problem.yaml`;
const EN = `${LATE}/en.md`;
const SIGN = 'content/sign/banking.yaml';
const SOURCE = 'content/source/rule-1.yaml';
const SERVICE = 'content/service/example-post.yaml';

type Break = (files: FakeFiles) => void;

/** Replaces a piece of one file; a piece that is not there is a fault of the test. */
function edit(path: string, from: string, to: string): Break {
  return (files) => {
    const text = String(files[path]);
    if (!text.includes(from)) throw new Error(`${path} holds no "${from}"`);
    files[path] = text.replace(from, () => to);
  };
}
function put(path: string, content: string | Uint8Array): Break {
  return (files) => {
    files[path] = content;
  };
}
function remove(path: string): Break {
  return (files) => {
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- files are keyed by path
    delete files[path];
  };
}
function move(from: string, to: string): Break {
  return (files) => {
    for (const path of Object.keys(files).filter((path) => path.startsWith(from))) {
      put(path.replace(from, to), files[path] ?? '')(files);
      remove(path)(files);
    }
  };
}
/** Puts text into the last section of the English guide, where any prose may stand. */
const write = (text: string) => edit(EN, 'Send in the morning.', text);

function problemsOf(change: Break): readonly ContentProblem[] {
  const files = fakeContent();
  change(files);
  const result = readContent(asContentFiles(files));
  return result.ok ? [] : result.problems;
}

/** `words` must stand in the problem or its remedy. */
type Row = readonly [
  what: string,
  change: Break,
  file: string,
  line: number,
  rule: string,
  ...words: string[],
];

const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

// A table reads by rows.
// prettier-ignore
const FILES: readonly Row[] = [
  ['an unknown sector', move('content/article/banking/parcel-lost', 'content/article/bank/parcel-lost'), 'content/article/bank/parcel-lost/problem.yaml', 1, 'sector', '"bank" is not a sector', 'banking'],
  ['a folder that cannot be an address', put('content/article/banking/Uang Hilang/id.md', 'x'), 'content/article/banking/Uang Hilang/id.md', 1, 'folder-name', '"Uang Hilang"', 'lower-case'],
  ['a missing language', remove(EN), EN, 1, 'missing-language', 'no English text', EN],
  ['a missing problem.yaml', remove(YAML), YAML, 1, 'missing-file', 'missing', 'kb -- new banking/parcel-late'],
  ['a stray file in a guide', put(`${LATE}/notes.txt`, 'x'), `${LATE}/notes.txt`, 1, 'stray-file', 'not part of a guide', 'problem.yaml, id.md, en.md'],
  ['a stray folder in a guide', put(`${LATE}/old/id.md`, 'x'), `${LATE}/old/id.md`, 1, 'stray-file', 'not part of a guide', 'Rename, move or remove'],
  ['a stray file among the sectors', put('content/article/README.md', 'x'), 'content/article/README.md', 1, 'stray-file', 'not part of a guide', '<sector>/<name>'],
  ['a stray file among the services', put('content/service/Pos.yml', 'x'), 'content/service/Pos.yml', 1, 'stray-file', 'does not belong', 'some-name.yaml'],
  ['signs of no sector', put('content/sign/bank.yaml', 'x'), 'content/sign/bank.yaml', 1, 'sector', '"bank" is not a sector', 'general.yaml'],
  ['Latin-1 bytes', put(EN, latin1('---\ntitle: Caf\u00e9\n---\n')), EN, 2, 'encoding', 'not UTF-8', 'Save with encoding: UTF-8'],
  ['UTF-16', put(EN, Uint8Array.from([0xff, 0xfe, 0x2d, 0x00])), EN, 1, 'encoding', 'not UTF-8', 'UTF-8'],
  ['UTF-16 without a mark', put(YAML, latin1('r\0i\0s\0k\0')), YAML, 1, 'encoding', 'not UTF-8', 'UTF-8'],
  ['an invisible character', edit(EN, 'Rain.', 'Ra\u202ein.'), EN, 28, 'hidden-character', 'U+202E', 'type it again'],
  ['an empty file', put(EN, ''), EN, 1, 'empty-file', 'empty', 'kb -- new'],
  ['a file of blank lines', put(SERVICE, ' \n\t\n'), SERVICE, 1, 'empty-file', 'empty', 'Write its content'],
  ['a file of 5 MB', put(EN, 'a'.repeat(5_000_000)), EN, 1, 'file-size', '5,000 kB', 'remove pasted pictures'],
];

// A table reads by rows.
// prettier-ignore
const SECTIONS: readonly Row[] = [
  ['no front matter', edit(EN, '---\n', ''), EN, 1, 'front-matter', 'line 1 must be ---', 'title, description and asks'],
  ['front matter without an end', edit(EN, 'late\n---\n', 'late\n'), EN, 1, 'front-matter', 'no end', 'Write a line ---'],
  ['a blank line before the front matter', edit(EN, '---\n', '\n---\n'), EN, 2, 'front-matter', 'line 1 must be ---'],
  ['a missing section', edit(EN, '## Causes\n\nRain.\n\n', ''), EN, 28, 'missing-section', '"## Causes" is missing'],
  ['an empty section', edit(EN, 'Rain.\n', ''), EN, 26, 'missing-section', '"## Causes" is missing or empty'],
  ['sections in another order', edit(EN, '## Causes\n\nRain.\n\n## Prevent\n', '## Prevent\n\nRain.\n\n## Causes\n'), EN, 30, 'section-order', '"Causes" stands after "Prevent"', 'Move it before "Prevent"'],
  ['a section twice', edit(EN, '## Prevent', '## Causes'), EN, 30, 'section', '"Causes" stands here a second time'],
  ['an unknown section', edit(EN, '## Causes', '## Reasons'), EN, 26, 'section', '"## Reasons" is not a section', 'Symptoms, Steps, If it still fails, Causes, Prevent'],
  ['a heading of another depth', edit(EN, '## Causes', '### Causes'), EN, 26, 'section', '"### Causes"', 'two #'],
  ['a line under a text', write('Send in the morning.\n---'), EN, 32, 'section', '"## Send in the morning."', 'delete that line'],
  ['text before the first section', edit(EN, '## Symptoms', 'Hello.\n\n## Symptoms'), EN, 10, 'section', 'text before the first section: "Hello."', '"## Symptoms"'],
  ['a heading in a quote', write('> ## Look'), EN, 32, 'section', 'heading inside', '**words**'],
  ['symptoms that are no list', edit(EN, '- The status says *moving*.\n- The date is over.', 'It is late.'), EN, 12, 'symptoms-list', 'does not begin with a list', 'hyphen'],
  ['text below the symptoms', edit(EN, '- The date is over.\n', '- The date is over.\n\nAnd more.\n'), EN, 15, 'symptoms-list', '"And more."', 'an item of the list'],
  ['two kinds of hyphens', edit(EN, '- The date', '* The date'), EN, 13, 'symptoms-list', 'second list', 'hyphen'],
  ['a symptom without words', edit(EN, '- The date is over.', '-'), EN, 13, 'symptoms-list', 'no words'],
  ['steps with hyphens', edit(EN, '1. **Read the status.**', '- **Read the status.**'), EN, 17, 'steps-list', 'does not begin with a numbered list', '1. **What to do.**'],
  ['steps as text', edit(`${LOST}/en.md`, '1. **File a claim.** You get a number.', 'File a claim.'), `${LOST}/en.md`, 13, 'steps-list', 'does not begin with a numbered list'],
  ['a list that is cut in two', edit(EN, '2. **Ask', 'Then:\n\n- more\n\n2. **Ask'), EN, 20, 'steps-list', 'second list', 'one list'],
  ['a step that does not begin in bold', edit(EN, '**Ask the counter.**', 'Ask the counter.'), EN, 18, 'step-action', '"Ask the counter.', 'in bold'],
  ['a step whose bold is blank', edit(EN, '**Ask the counter.**', '**&nbsp;**'), EN, 18, 'step-action', 'bold sentence'],
  ['more steps than problem.yaml', edit(EN, 'day.[^rule-1]\n', 'day.[^rule-1]\n3. **Wait.** Done.\n'), EN, 19, 'step-count', '3 steps here, but "steps" in problem.yaml has 2 (read-status, ask-counter)', 'same order'],
  ['fewer steps than problem.yaml', edit(EN, '2. **Ask the counter.** They answer the same day.[^rule-1]\n', ''), EN, 17, 'step-count', '1 steps here, but'],
];

// A table reads by rows.
// prettier-ignore
const MARKDOWN: readonly Row[] = [
  ['raw HTML', write('<b>bold</b>'), EN, 32, 'raw-html', '<b>', '**bold**'],
  ['a block of HTML', write('<div>\nx\n</div>'), EN, 32, 'raw-html', '<div>'],
  ['a script', write('<script>alert(1)</script>'), EN, 32, 'raw-html', '<script>alert(1)', 'Remove the tags'],
  ['an HTML comment', write('<!-- later -->'), EN, 32, 'raw-html', '<!-- later -->'],
  ['an image', write('![x](https://example.org/x.png)'), EN, 32, 'image', 'no pictures', 'in words'],
  ['a javascript: link', write('[click](javascript:alert(1))'), EN, 32, 'link', 'javascript:alert(1)', 'https://'],
  ['a javascript: autolink', write('<javascript:alert(1)>'), EN, 32, 'link', 'javascript:alert(1)'],
  ['a javascript: link in entities', write('[x](&#106;avascript:alert(1))'), EN, 32, 'link', 'javascript:alert(1)'],
  ['a data: link', write('[x](data:text/html,x)'), EN, 32, 'link', 'data:text/html,x'],
  ['a link without https', write('[x](http://example.org)'), EN, 32, 'link', 'neither a guide nor an https:// address'],
  ['a bare www.', write('See www.example.org now.'), EN, 32, 'link', 'www.example.org', 'https://'],
  ['a link with bait before an @', write('[x](https://bank.example@example.org/)'), EN, 32, 'link', 'https://bank.example@example.org/'],
  ['a link without an address', write('[x]()'), EN, 32, 'link', 'goes to ""'],
  ['a link without words', write('[](https://example.org/)'), EN, 32, 'link', 'has no words'],
  ['a link to a file', write('[x](../parcel-lost/en.md)'), EN, 32, 'link', 'neither a guide', '../its-name/'],
  ['a link to no guide', write('[x](../parcel-lots/)'), EN, 32, 'link', '"banking/parcel-lots", which does not exist', '"banking/parcel-lost"'],
  ['a link to a guide of no sector', write('[x](../../bank/parcel-lost/)'), EN, 32, 'link', '"bank/parcel-lost"'],
  ['an anchor that is no step', edit(EN, '#file-claim', '#claim'), EN, 17, 'anchor', 'no place called "#claim"', 'file-claim', 'if-unresolved'],
  ['an anchor of this guide that is no step', edit(EN, '#ask-counter', '#nothing'), EN, 24, 'anchor', '"banking/parcel-late" has no place called "#nothing"'],
  ['a footnote without a source', write('So.[^rule-2]'), EN, 32, 'footnote', '[^rule-2] names a source that does not exist', '[^rule-1]', 'content/source/rule-2.yaml'],
  ['a footnote in capitals', write('So.[^Rule-1]'), EN, 32, 'footnote', '[^Rule-1]', 'Did you mean [^rule-1]'],
  ['a footnote inside a link', write('[so[^rule-1]](../parcel-lost/)'), EN, 32, 'footnote', 'inside the link', 'behind the link'],
  ['a footnote that is defined', write('So.[^x]\n\n[^x]: A book.'), EN, 32, 'definition', 'not defined at the foot', 'content/source/name.yaml'],
  ['a link that is defined', write('[so][x]\n\n[x]: https://example.org/'), EN, 32, 'definition', '[words](address)'],
  ['a phone number', write('Call 0812 3456 789.'), EN, 32, 'contact', '"0812 3456 789"', 'content/service/<name>.yaml'],
  ['a call centre', write('Call 1500 888.'), EN, 32, 'contact', '"1500 888"'],
  ['a phone number as code', write('Call `+62 812-3456-789`.'), EN, 32, 'contact', '"+62 812-3456-789"'],
  ['a phone number in a block of code', write('```\nx\n08123456789\n```'), EN, 34, 'contact', '"08123456789"'],
  ['a phone number in the description', edit(EN, 'has not arrived.', 'stopped: 0812-3456-789.'), EN, 3, 'contact', '"0812-3456-789"'],
  ['a phone number as the words of a link', write('[0812-3456-789](https://example.org/)'), EN, 32, 'contact', '"0812-3456-789"'],
  ['a mailbox', write('Write to help@example.org.'), EN, 32, 'contact', '"help@example.org"'],
  ['a mailbox as code', write('Write to `help@example.org`.'), EN, 32, 'contact', '"help@example.org"'],
  ['a tel: link', write('[call](tel:112)'), EN, 32, 'contact', '"112"'],
  ['a link to a chat', write('[chat](https://wa.me/628123456789)'), EN, 32, 'contact', 'https://wa.me/628123456789'],
  ['ten thousand quotes', write('>'.repeat(10_000)), EN, 32, 'nesting', '10000 levels', 'Delete the signs'],
  ['ten thousand lists', write('- '.repeat(10_000)), EN, 32, 'nesting', '10000 levels'],
  ['a paragraph of signs', write('*a _b '.repeat(1000)), EN, 32, 'density', 'more than 1,000 signs', 'pasted by mistake'],
  ['text that is not written', write('…'), EN, 32, 'unwritten', 'Nothing is written here yet', 'CONTRIBUTING.md'],
  ['a step that is not written', edit(EN, '**Ask the counter.**', '**…**'), EN, 18, 'unwritten', 'only "…"'],
];

// A table reads by rows.
// prettier-ignore
const DATA: readonly Row[] = [
  ['YAML that is none', edit(YAML, 'risk: money', 'risk: [money'), YAML, 2, 'yaml-syntax', 'not valid YAML'],
  ['a colon in a title', edit(EN, 'title: Parcel late', 'title: Late: parcel'), EN, 2, 'yaml-syntax', 'two "name:" on one line', 'quotes'],
  ['a tab', edit(YAML, 'signs:\n  parcel', 'signs:\n\tparcel'), YAML, 5, 'yaml-syntax', 'tab', 'two spaces'],
  ['a key twice', edit(YAML, 'escalate: if-unresolved', 'risk: money'), YAML, 2, 'yaml-syntax', 'a second time', 'Keep one'],
  ['a second document', edit(YAML, 'reviewed:', '---\nreviewed:'), YAML, 12, 'yaml-syntax', 'a line ---', 'Delete it'],
  ['a value that begins with *', edit(EN, 'title: Parcel late', 'title: *late'), EN, 2, 'yaml-syntax', 'begins with *', 'quotes'],
  ['an alias bomb', put(YAML, `a: &a [x]\n${Array.from({ length: 9 }, (_, i) => `b${i}: &b${i} [*a,*a,*a]`).join('\n')}`), YAML, 2, 'yaml-syntax', 'reference'],
  ['an alias inside itself', edit(YAML, 'risk: money', 'risk: &a [*a]'), YAML, 1, 'yaml-syntax', 'reference'],
  ['groups nested without end', put(YAML, `risk: ${'['.repeat(5000)}${']'.repeat(5000)}`), YAML, 1, 'yaml-syntax', 'nested'],
  ['a list instead of names', put(YAML, '- a\n- b\n'), YAML, 1, 'wrong-value', 'This file must be a group', 'it is a list'],
  ['a missing value', edit(YAML, 'risk: money\n', ''), YAML, 1, 'wrong-value', '"risk" is missing', 'risk: money'],
  ['an empty value', edit(YAML, 'risk: money', 'risk:'), YAML, 1, 'wrong-value', '"risk" must be one of normal, money', 'it is empty'],
  ['an unknown risk', edit(YAML, 'risk: money', 'risk: high'), YAML, 1, 'wrong-value', '"risk" must be one of normal, money', '"high"'],
  ['an unknown name', edit(YAML, 'reviewed:', 'review: 1\nreviewed:'), YAML, 12, 'unknown-key', '"review" means nothing here', 'spelling'],
  ['a number as a title', edit(EN, 'title: Parcel late', 'title: 500'), EN, 2, 'wrong-value', '"title" must be text, but it is the number "500"', 'quotes: title: "500"'],
  ['a truth value as an ask', edit(EN, '  - parcel takes ages', '  - true'), EN, 5, 'wrong-value', 'item 1 of "asks" must be text', 'quotes: "true"'],
  ['two asks', edit(EN, '  - parcel takes ages\n', ''), EN, 4, 'wrong-value', '"asks" must have at least 3 phrases'],
  ['a title on two lines', edit(EN, 'title: Parcel late', 'title: "Parcel\\nlate"'), EN, 2, 'wrong-value', '"title" must stand on one line'],
  ['a long title', edit(EN, 'title: Parcel late', `title: ${'a'.repeat(91)}`), EN, 2, 'wrong-value', 'at most 90 characters'],
  ['a date that is none', edit(YAML, '2026-11-20', '2026-02-30'), YAML, 12, 'wrong-value', '"reviewed" must be a date', '2026-02-30'],
  ['minutes as text', edit(YAML, 'minutes: 1', 'minutes: one'), YAML, 8, 'wrong-value', '"minutes" in item 1 of "steps" must be a number', '"one"', 'minutes: 3'],
  ['a fault that is not the first', edit(YAML, 'minutes: 5', 'minutes: 0'), YAML, 9, 'wrong-value', '"minutes" in item 2 of "steps" must be at least 0.1'],
  ['no steps', edit(`${LOST}/problem.yaml`, 'steps:\n  - { key: file-claim, minutes: 10 }', 'steps: []'), `${LOST}/problem.yaml`, 5, 'wrong-value', 'at least one step'],
  ['the same step key twice', edit(YAML, 'key: ask-counter', 'key: read-status'), YAML, 9, 'step-key', 'Two steps have the key "read-status"'],
  ['"only" with two signs', edit(YAML, 'only: { parcel-status: moving }', 'only: { parcel-status: moving, counter-asked: yes }'), YAML, 9, 'wrong-value', 'one sign and one answer'],
  ['a value that is not written', edit(YAML, 'key: read-status', 'key: …'), YAML, 8, 'unwritten', '"key" in item 1 of "steps" is not written yet', 'key: proof'],
  ['a name that is not written', edit(YAML, 'counter-asked: { yes: 0.4, no: 0.6 }', '…: …'), YAML, 6, 'unwritten', 'in "signs" is not written yet'],
];

// A table reads by rows.
// prettier-ignore
const REFERENCES: readonly Row[] = [
  ['a related problem that does not exist', edit(YAML, '[banking/parcel-lost]', '[banking/parcel-lots]'), YAML, 3, 'related', 'no such guide', '"banking/parcel-lost"'],
  ['a related problem that is no id', edit(YAML, '[banking/parcel-lost]', '[parcel-lost]'), YAML, 3, 'wrong-value', 'must be an id like', '"parcel-lost"'],
  ['a problem that is related to itself', edit(YAML, '[banking/parcel-lost]', '[banking/parcel-late]'), YAML, 3, 'related', 'related to itself', 'Remove'],
  ['a related problem twice', edit(YAML, '[banking/parcel-lost]', '[banking/parcel-lost, banking/parcel-lost]'), YAML, 3, 'related', 'twice'],
  ['an unknown service', edit(YAML, '[example-post]', '[exampel-post]'), YAML, 10, 'services', 'no such file in content/service', '"example-post"'],
  ['an unknown source', edit(YAML, '[rule-1]', '[rule-1, rule-9]'), YAML, 11, 'sources', 'no such file in content/source'],
  ['a source that nobody cites', (files) => { for (const path of [EN, `${LATE}/id.md`]) edit(path, '[^rule-1]', '')(files); }, YAML, 11, 'sources', 'neither language cites it', '[^rule-1]'],
  ['a source that is not listed', edit(YAML, 'sources: [rule-1]\n', ''), YAML, 1, 'sources', '"sources" does not list', 'sources: [rule-1]'],
  ['an unknown sign', edit(YAML, 'counter-asked:', 'counter-ask:'), YAML, 6, 'sign', 'no sign called "counter-ask"', '"counter-asked"', 'content/sign/banking.yaml'],
  ['an unknown answer', edit(YAML, 'parcel-status: moving\n', 'parcel-status: gone\n'), YAML, 5, 'answer', 'no answer "gone"', 'moving, lost'],
  ['an answer that only looks known', edit(YAML, 'parcel-status: moving\n', 'parcel-status: toString\n'), YAML, 5, 'answer', 'no answer "toString"'],
  ['an unknown answer in "only"', edit(YAML, 'only: { parcel-status: moving }', 'only: { parcel-status: gone }'), YAML, 9, 'answer', 'no answer "gone"'],
  ['likelihoods above 1', edit(YAML, 'yes: 0.4', 'yes: 0.7'), YAML, 6, 'likelihood', 'add up to 1.3', 'add up to 1'],
  ['likelihoods of all answers below 1', edit(YAML, 'yes: 0.4', 'yes: 0.1'), YAML, 6, 'likelihood', 'add up to 0.7'],
  ['a likelihood that is none', edit(YAML, 'yes: 0.4', 'yes: 4'), YAML, 6, 'wrong-value', '"yes" in "counter-asked" in "signs" must be at most 1'],
  ['related problems that no sign separates', edit(`${LOST}/problem.yaml`, 'parcel-status: lost', 'parcel-status: moving'), YAML, 3, 'separation', 'No sign tells "banking/parcel-late" from "banking/parcel-lost"', 'Shared now: parcel-status'],
  ['related problems that share no sign', edit(`${LOST}/problem.yaml`, '{ parcel-status: lost }', '{}'), YAML, 3, 'separation', 'Shared now: none'],
  ['a short link that is taken', (files) => { edit(YAML, 'risk: money', 'code: same\nrisk: money')(files); edit(`${LOST}/problem.yaml`, 'risk: normal', 'code: same\nrisk: normal')(files); }, `${LOST}/problem.yaml`, 1, 'code', '/g/same belongs to both "banking/parcel-late" and "banking/parcel-lost"', 'code: '],
  ['a former name that is in use', edit(YAML, 'risk: money', 'formerly: [banking/parcel-lost]\nrisk: money'), YAML, 1, 'formerly', 'that guide exists'],
  ['a comma in a sign', edit(SIGN, 'yes: { id: Sudah, en: Yes }', 'yes: { id: Sudah, tadi, en: Yes }'), SIGN, 12, 'comma', '"tadi"', 'quotes'],
  ['a sign with one answer', edit(SIGN, '    yes: { id: Sudah, en: Yes }\n', ''), SIGN, 11, 'wrong-value', 'at least two answers'],
  ['a sign in one language', edit(SIGN, 'ask: { id: Apa statusnya?, en: What is the status? }', 'ask: Apa statusnya?'), SIGN, 2, 'wrong-value', '"ask" in "parcel-status" must be a group', 'ask: { id:'],
  ['a sign in two files', put('content/sign/general.yaml', 'parcel-status: { ask: { id: a, en: b }, effort: 1, answers: { x: { id: a, en: b }, y: { id: a, en: b } } }'), 'content/sign/general.yaml', 1, 'sign', 'stands in content/sign/banking.yaml as well'],
  ['a sign that is no name', edit(SIGN, 'counter-asked:', 'Counter asked:'), SIGN, 8, 'wrong-value', '"Counter asked" is not a good name', 'lower-case'],
  ['a channel without a source', edit(SERVICE, '    source: https://example.org/contact\n', ''), SERVICE, 7, 'wrong-value', '"source" in item 1 of "channels" is missing', 'the page that shows this contact'],
  ['a channel without a date', edit(SERVICE, '    checked: 2026-11-20\n', ''), SERVICE, 7, 'wrong-value', '"checked" in item 1 of "channels" is missing'],
  ['a channel whose source is no page', edit(SERVICE, 'source: https://example.org/contact', 'source: javascript:alert(1)'), SERVICE, 10, 'wrong-value', 'must be a web address'],
  ['a number as the value of a channel', edit(SERVICE, 'value: https://example.org/help', 'value: 150000'), SERVICE, 8, 'wrong-value', '"value" in item 1 of "channels"', '"150000"'],
  ['a note in one language', edit(SERVICE, 'note: { id: untuk paket, en: for parcels }', 'note: { id: untuk paket }'), SERVICE, 9, 'wrong-value', '"en" in "note" in item 1 of "channels" is missing'],
  ['a site with https', edit(SERVICE, 'officialSite: example.org', 'officialSite: https://example.org'), SERVICE, 5, 'wrong-value', 'bare host name'],
  ['a source without a date', edit(SOURCE, 'checked: 2026-11-20\n', ''), SOURCE, 1, 'wrong-value', '"checked" is missing', 'checked: 2026-11-24'],
];

const TABLES = {
  'a file': FILES,
  sections: SECTIONS,
  markdown: MARKDOWN,
  YAML: DATA,
  references: REFERENCES,
};

describe.each(Object.entries(TABLES))('readContent, faults of %s', (_, rows) => {
  const cases = rows.map(([what, change, file, line, rule, ...words]) => ({
    what,
    change,
    file,
    line,
    rule,
    words,
  }));
  test.each(cases)('reports $what', ({ change, file, line, rule, words }) => {
    const problems = problemsOf(change);
    const found = problems.find((problem) => problem.rule === rule && problem.file === file);
    expect(found, JSON.stringify(problems, undefined, 1)).toBeDefined();
    expect({ file: found?.file, line: found?.line }).toEqual({ file, line });
    const said = `${found?.problem ?? ''} ${found?.remedy ?? ''}`;
    for (const word of words) expect(said).toContain(word);
  });
});

test('a message never speaks of code', () => {
  for (const [, change] of Object.values(TABLES).flat()) {
    for (const { problem, remedy } of problemsOf(change)) {
      expect(`${problem} ${remedy}`).not.toMatch(/undefined|\[object|zod|mdast|NaN|Invalid input|expected/i);
      expect(problem.length).toBeGreaterThan(10);
      expect(remedy.length).toBeGreaterThan(10);
    }
  }
});
