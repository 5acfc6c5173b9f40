import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { choosePassages, draftReply, writeDraftPrompt, writePrompt } from '../../core/wording/index.ts';
import { stepMove, wordingInput } from '../../core/wording/fake-wording.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../../shared/attacks');
const WHY = existsSync(FOLDER) ? '' : ' (skipped: ../shared/attacks is not here)';
const read = (file: string) => readFileSync(path.join(FOLDER, file), 'utf8');

const SETS: Readonly<Record<string, () => readonly string[]>> = {
  'prompt injection in English': () => inputsOf('purplellama/prompt_injection.json'),
  'prompt injection in seventeen other languages': () =>
    inputsOf('purplellama/prompt_injection_multilingual_machine_translated.json'),
  'naughty strings': () => strings(JSON.parse(read('blns/blns.json'))),
  'cross-site scripting': () => read('xss/xss-payload-list.txt').split('\n'),
};

describe.skipIf(WHY !== '')(`attacks that others have collected${WHY}`, () => {
  test.each(Object.entries(SETS))('%s: nothing of it is shown, nothing of it opens the fence', (_, load) => {
    const attacks = load().filter((text) => text.trim() !== '');
    expect(attacks.length).toBeGreaterThan(200);
    for (const text of attacks) {
      const input = wordingInput(stepMove(), { said: [text] });
      const passages = choosePassages(input);
      const { system, user } = writePrompt(input, passages);
      expect(user.match(/<\/?pembaca>/g)).toHaveLength(2);
      expect(user).not.toMatch(/\p{Cf}/u);
      const ticket = writeDraftPrompt('id', [{ by: 'reader', text }], passages).user;
      expect(ticket.match(/<[^>]*>/g)).toEqual(['<pembaca>', '</pembaca>']);
      expect(ticket).not.toMatch(/\p{Cf}/u);
      // A model that repeats the attack as if it stood in the guide.
      const draft = draftReply('id', passages, system);
      const shown = [text, `${text} [1]`, `[1] ${text}`, `Buka ${text} di riwayat. [1]`].map((said) =>
        draft.add(said),
      );
      expect([text, ...shown.filter((one) => one !== undefined)]).toEqual([text]);
      expect(draft.finish()).toBeUndefined();
    }
  });
});

function inputsOf(file: string): string[] {
  const rows: unknown = JSON.parse(read(file));
  if (!Array.isArray(rows)) throw new Error(`${file} holds no list.`);
  return strings(rows.map((row: { user_input?: unknown }) => row.user_input));
}

function strings(values: unknown): string[] {
  if (!Array.isArray(values)) throw new Error('There is no list.');
  return values.filter((value) => typeof value === 'string');
}
