import { describe, expect, it } from 'vitest';
import { createLiveTickets } from './live-tickets.ts';

/** A database whose channel the test speaks on. */
function openFake() {
  let speak: (text: string) => void = () => undefined;
  let isOpen = false;
  return {
    say: (text: string) => {
      speak(text);
    },
    isOpen: () => isOpen,
    listen: (_channel: string, hear: (text: string) => void) => {
      speak = hear;
      isOpen = true;
      return Promise.resolve(() => {
        isOpen = false;
        return Promise.resolve();
      });
    },
  };
}

describe('live tickets', () => {
  it('tell a stream of its own ticket alone, and one of all tickets of each', async () => {
    const database = openFake();
    const live = await createLiveTickets(database);
    const heard: string[] = [];
    live.subscribe('one', (ticket) => heard.push(`own ${ticket}`));
    live.subscribe('*', (ticket) => heard.push(`all ${ticket}`));
    database.say('one');
    database.say('two');
    expect(heard).toEqual(['own one', 'all one', 'all two']);
  });

  it('tell every stream to look for itself when changes may have been missed', async () => {
    const database = openFake();
    const live = await createLiveTickets(database);
    const heard: string[] = [];
    live.subscribe('one', (ticket) => heard.push(`own ${ticket}`));
    live.subscribe('*', (ticket) => heard.push(`all ${ticket}`));
    database.say('');
    expect(heard).toEqual(['own ', 'all ']);
  });

  it('tell nothing to who has left, and end with the server', async () => {
    const database = openFake();
    const live = await createLiveTickets(database);
    const heard: string[] = [];
    const leave = live.subscribe('one', (ticket) => heard.push(ticket));
    live.subscribe('one', (ticket) => heard.push(`still ${ticket}`));
    leave();
    leave();
    database.say('one');
    await live.close();
    expect(heard).toEqual(['still one']);
    expect(database.isOpen()).toBe(false);
  });
});
