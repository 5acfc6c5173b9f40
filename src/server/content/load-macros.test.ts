import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadMacros, MacroError } from './load-macros.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const GOOD =
  'title: { id: Salam, en: Greeting }\ntext: { id: "Halo, saya {agent}.", en: "Hello from {agent}." }\n';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'pandu-macro-'));
  await mkdir(path.join(root, 'content/macro'), { recursive: true });
});
afterEach(() => rm(root, { recursive: true }));
const write = (name: string, text: string) => writeFile(path.join(root, 'content/macro', name), text);

test('reads the macros of the repository', async () => {
  const macros = await loadMacros(ROOT);
  expect(macros.map(({ key }) => key)).toEqual([
    'closing-after-silence',
    'greeting-with-guide',
    'is-it-solved',
    'more-information',
    'operators-own-channel',
  ]);
});

test('has none without the folder, and leaves out what editors leave behind', async () => {
  await write('.swap', 'x');
  await write('salam.yaml~', 'x');
  expect(await loadMacros(root)).toEqual([]);
  await rm(path.join(root, 'content/macro'), { recursive: true });
  expect(await loadMacros(root)).toEqual([]);
});

test.each([
  [
    'one language',
    'a.yaml',
    'title: { id: Salam }\ntext: { id: x, en: x }',
    'content/macro/a.yaml: title.en',
  ],
  [
    'a variable that nobody fills in',
    'a.yaml',
    GOOD.replace('{agent}', '{pin}'),
    'text.id: nobody fills in {pin}',
  ],
  ['no YAML', 'a.yaml', 'title: [', 'content/macro/a.yaml: is no YAML'],
  ['an unknown key', 'a.yaml', `${GOOD}send: true`, 'content/macro/a.yaml: the file'],
  ['an empty text', 'a.yaml', GOOD.replace('Hello from {agent}.', ' '), 'text.en: is empty'],
  ['a name that is no key', 'Salam Hangat.yaml', GOOD, 'Salam Hangat.yaml: name it like'],
])('names %s', async (_, name, text, message) => {
  await write('good.yaml', GOOD);
  await write(name, text);
  await expect(loadMacros(root)).rejects.toThrow(MacroError);
  await expect(loadMacros(root)).rejects.toThrow(message);
});
