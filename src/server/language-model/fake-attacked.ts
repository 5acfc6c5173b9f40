import type { Article } from '../../core/article/index.ts';
import { splitSentences } from '../../core/wording/index.ts';
import { PENDING } from '../../core/wording/fake-wording.ts';
import type { Attack } from './fake-attacks.ts';
import { parrot, type FakeAnswer, type FakeRequest } from './fake-openai-server.ts';

const ENGLISH: Article = {
  ...PENDING,
  lang: 'en',
  title: 'A transfer that hangs',
  description: 'The status says pending. How it was sent decides what helps.',
  symptoms: [{ text: 'The history says pending, neither done nor failed.', html: '' }],
  steps: PENDING.steps.map((step) => ({
    ...step,
    action: { text: 'Open the transaction again in the history.', html: '' },
    detail: { text: 'A saved picture never changes. If it says successful, go on.', html: '' },
  })),
  ifUnresolved: { text: 'Have the amount and the time ready.', html: '' },
  prevention: { text: 'Send in the morning of a working day.', html: '' },
};
const GUIDES = { id: PENDING, en: ENGLISH };

/** What a model does with an attack: what it is told, that amid honest sentences, or repeating all it was given. */
export const ATTACKED_MODELS: Readonly<
  Record<string, (attack: Attack) => (request: FakeRequest) => FakeAnswer>
> = {
  obeys:
    ({ demand, calls = [] }) =>
    ({ system }) => ({
      kind: 'says',
      text: cited(demand.replace('{system}', system)),
      calls,
      pieceLength: 50,
    }),
  'hides it between honest sentences':
    ({ demand, calls = [], lang }) =>
    ({ system }) => {
      const [first = '', second = ''] = honestSentences(lang);
      const text = `${first} [1] ${cited(demand.replace('{system}', system))} ${second} [1]`;
      return { kind: 'says', text, calls, pieceLength: 50 };
    },
  'repeats everything': () => parrot,
};

/** The guide that an attack is made on; it carries the attack when that is its door. */
export function attackedGuide({ door, lang, payload }: Attack): Article {
  const guide = GUIDES[lang];
  return {
    ...guide,
    steps: guide.steps.map((step) => ({
      ...step,
      detail: { html: '', text: `${step.detail.text} ${door === 'guide' ? payload : ''}` },
    })),
  };
}

/** What the reader wrote. */
export function attackedWords({ door, payload }: Attack): string {
  return door === 'guide' || door === 'model' ? 'transfer pending' : payload;
}

/** Everything that may be said about these guides, whoever words it. */
export const TRUE_SENTENCES: ReadonlySet<string> = new Set(
  [PENDING, ENGLISH].flatMap(({ title, description, symptoms, steps, ifUnresolved, causes, prevention }) =>
    [
      `${title}.`,
      description,
      ...symptoms.map(({ text }) => text),
      ...steps.map(({ action, detail }) => `${action.text} ${detail.text}`),
      ifUnresolved.text,
      causes.text,
      prevention.text,
    ].flatMap(splitSentences),
  ),
);

/** Two sentences of the guide that an honest model would quote. */
export function honestSentences(lang: 'id' | 'en'): string[] {
  return GUIDES[lang].steps
    .slice(0, 1)
    .flatMap(({ action, detail }) => [action.text, splitSentences(detail.text)[0] ?? '']);
}

function cited(text: string): string {
  return splitSentences(text)
    .map((sentence) => `${sentence} [1]`)
    .join(' ');
}
