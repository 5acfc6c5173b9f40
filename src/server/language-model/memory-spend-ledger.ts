import type { SpendLedger, SpentLimit } from './spend-ledger.ts';

/** Conversations that are remembered; of more, the oldest begin at nothing again. The day still limits them. */
const MOST_REMEMBERED = 10_000;

/** Counts spending in this process alone, until it ends. */
export function openMemorySpendLedger(): SpendLedger {
  const spent = new Map<string, number>();
  const add = (name: string, tokens: number) => {
    const before = spent.get(name) ?? 0;
    spent.delete(name);
    spent.set(name, before + tokens);
    const [oldest] = spent.keys();
    if (spent.size > MOST_REMEMBERED && oldest !== undefined) spent.delete(oldest);
  };
  return {
    hold({ day, conversation, isDraft = false, tokens }, { perDay, draftsPerDay, perConversation }) {
      const wanted: readonly (readonly [SpentLimit, string, number])[] = [
        ['day', `day ${day}`, perDay],
        ...(isDraft ? [['drafts', `drafts ${day}`, draftsPerDay] as const] : []),
        ...(conversation === undefined
          ? []
          : [['conversation', `conversation ${conversation}`, perConversation] as const]),
      ];
      for (const [limit, name, most] of wanted) {
        if ((spent.get(name) ?? 0) + tokens > most) return Promise.resolve(limit);
      }
      for (const [, name] of wanted) add(name, tokens);
      return Promise.resolve({
        settle({ input, output }) {
          for (const [, name] of wanted) add(name, input + output - tokens);
          return Promise.resolve();
        },
      });
    },
    spentOn: (day) => Promise.resolve(spent.get(`day ${day}`) ?? 0),
  };
}
