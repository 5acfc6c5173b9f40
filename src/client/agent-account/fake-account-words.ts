import type { AccountWords } from './words.ts';

/** Words for tests: each text is its own name (`signIn.wrong`); tables of names are empty. */
export function fakeAccountWords(): AccountWords {
  // Every key of every group gives a text, so it is what the type says but for the tables.
  return new Proxy({}, { get: (_, group) => groupOf(String(group)) }) as AccountWords;
}

const TABLES = new Set(['roles', 'states', 'actions']);

function groupOf(group: string): unknown {
  if (['switchLanguage', 'loading', 'tryAgain'].includes(group)) return group;
  const texts: Readonly<Record<string, string>> = { wait: 'wait {seconds}', inviteText: 'invited {email}' };
  return new Proxy(
    {},
    {
      get: (_, name) => (TABLES.has(String(name)) ? {} : (texts[String(name)] ?? `${group}.${String(name)}`)),
    },
  );
}
