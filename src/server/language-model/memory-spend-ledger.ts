import type { SpendLedger } from './spend-ledger.ts';

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
    hold({ day, conversation, tokens }, { perDay, perConversation }) {
      const names = [`day ${day}`, ...(conversation === undefined ? [] : [`conversation ${conversation}`])];
      const fits = (name: string, limit: number) => (spent.get(name) ?? 0) + tokens <= limit;
      const [daily = '', own] = names;
      if (!fits(daily, perDay)) return Promise.resolve('day');
      if (own !== undefined && !fits(own, perConversation)) return Promise.resolve('conversation');
      for (const name of names) add(name, tokens);
      return Promise.resolve({
        settle({ input, output }) {
          for (const name of names) add(name, input + output - tokens);
          return Promise.resolve();
        },
      });
    },
    spentOn: (day) => Promise.resolve(spent.get(`day ${day}`) ?? 0),
  };
}
