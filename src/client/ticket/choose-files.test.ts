import { expect, test } from 'vitest';
import { chooseFiles } from './choose-files.ts';
import { FAKE_TICKET_WORDS } from './fake-ticket-page.ts';

const file = (name: string, type = 'image/png', size = 1000) => ({ name, type, size });
const choose = (files: readonly ReturnType<typeof file>[], already = 0) => {
  const { taken, notes } = chooseFiles(files, already, FAKE_TICKET_WORDS.file);
  return [taken.map(({ name }) => name).join(' '), ...notes];
};

test.each([
  ['images and PDF', [file('a.png'), file('b.pdf', 'application/pdf')], 0, ['a.png b.pdf']],
  ['what the browser cannot name', [file('a.heic', '')], 0, ['a.heic']],
  [
    'nothing else',
    [file('a.exe', 'application/x-msdownload'), file('b.svg', 'image/svg+xml')],
    0,
    ['', 'a.exe is of a wrong type', 'b.svg is of a wrong type'],
  ],
  [
    'ten megabytes and no more',
    [file('a.png', 'image/png', 10_000_000), file('b.png', 'image/png', 10_000_001)],
    0,
    ['a.png', 'b.png is too large'],
  ],
  ['five in all', [file('a.png'), file('b.png')], 4, ['a.png', 'too many']],
  ['none beside five', [file('a.png')], 5, ['', 'too many']],
])('takes %s', (_, files, already, expected) => {
  expect(choose(files, already)).toEqual(expected);
});
