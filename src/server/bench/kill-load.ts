import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** A ticket that a server has acknowledged. */
export interface LoadedTicket {
  readonly email: string;
  readonly token: string;
  readonly reference: string;
  /** What its reader wrote and was told is there. */
  readonly texts: string[];
}

/** Readers and one agent who write to a server, and ask again until they have an answer. */
export interface Load {
  readonly tickets: readonly LoadedTicket[];
  /** Ids of the messages that the agent has sent. */
  readonly answers: readonly string[];
  /** The texts on the page of a ticket; undefined when the server knows none of that token. */
  read(ticket: LoadedTicket): Promise<readonly string[] | undefined>;
  /** Lets everybody finish what they began. */
  finish(): Promise<void>;
}

/** What the load needs to know of the server. */
export interface LoadTarget {
  /** Of each of its processes, of which any may be asked. */
  readonly addresses: readonly string[];
  /** Where its pages say that they are. */
  readonly siteUrl: string;
  /** The path of the link for the first admin. */
  readonly firstAdminPath: string;
  /** 0–1; decides what each does next. */
  readonly random: () => number;
}

const READERS = 4;
const AGAIN_MS = 100;
const PAUSE_MS = 150;
const PASSWORD = 'cukup-panjang-untuk-ini';
const ADMIN = 'admin@example.org';

/** Begins to write; each request has an Idempotency-Key and is repeated, unchanged, while the server is away. */
export async function startLoad(target: LoadTarget): Promise<Load> {
  const { siteUrl, random } = target;
  const { ask, send } = openClient(target);
  const tickets: LoadedTicket[] = [];
  const answers: string[] = [];
  let isOver = false;
  const cookie = await join(target);
  const agent = { Cookie: cookie };

  const openOne = async () => {
    const mark = drawMark();
    const email = `r-${mark}@example.org`;
    const text = `Saldo belum masuk. (${mark})`;
    const order = { lang: 'id', subject: 'Saldo belum masuk', text, email };
    const { token, reference } = await send<{ token: string; reference: string }>('/api/v1/tickets', order);
    const ticket = { email, token, reference, texts: [text] };
    tickets.push(ticket);
    return ticket;
  };
  const findId = async (reference: string) => {
    const where = `/agent/api/tickets?view=all&text=${encodeURIComponent(reference)}`;
    return (await ask<{ tickets?: { id: string }[] }>(where, { headers: agent })).tickets?.[0]?.id;
  };
  const beReader = async () => {
    while (!isOver) {
      const ticket = await openOne();
      if (random() < 0.5) {
        const text = `Masih begitu. (${drawMark()})`;
        await send(`/api/v1/tickets/${ticket.token}/messages`, { text });
        ticket.texts.push(text);
      }
      await pause(PAUSE_MS * random());
    }
  };
  const beAgent = async () => {
    while (!isOver) {
      const ticket = tickets[Math.floor(random() * tickets.length)];
      const id = ticket && (await findId(ticket.reference));
      if (id !== undefined) {
        const { version } = (
          await ask<{ ticket: { version: number } }>(`/agent/api/tickets/${id}`, { headers: agent })
        ).ticket;
        const reply = { text: `Coba lagi besok. (${drawMark()})`, version, guides: [] };
        const sent = await send<{ message?: { id: string } }>(`/agent/api/tickets/${id}/reply`, reply, {
          ...agent,
          Origin: siteUrl,
        });
        // A reader was faster: nothing was sent.
        if (sent.message) answers.push(sent.message.id);
      }
      await pause(2 * PAUSE_MS * random());
    }
  };
  const running = [...Array.from({ length: READERS }, beReader), beAgent()];
  // A fault is thrown by `finish`, not as one that nobody handles.
  for (const one of running) one.catch(() => undefined);

  return {
    tickets,
    answers,
    async read({ token }) {
      const found = await ask<{ messages?: { text: string }[] }>(`/api/v1/tickets/${token}`, {});
      return found.messages?.map(({ text }) => text);
    },
    async finish() {
      isOver = true;
      await Promise.all(running);
    },
  };
}

/** Follows the link for the first admin, and signs in; gives the cookie of the session. */
async function join({ addresses: [address = ''], siteUrl, firstAdminPath }: LoadTarget): Promise<string> {
  const token = new URL(firstAdminPath, address).searchParams.get('token') ?? '';
  const post = (where: string, body: object) =>
    fetch(`${address}/agent/api/auth${where}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: siteUrl },
      body: JSON.stringify(body),
    });
  await post('/join', { token, name: 'Admin', email: ADMIN, password: PASSWORD });
  const response = await post('/sign-in', { email: ADMIN, password: PASSWORD });
  if (!response.ok) throw new Error(`The agent could not sign in: ${response.status}.`);
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');
}

/** Asks any of the processes until one answers by itself: neither away, nor without its database. */
function openClient({ addresses, random }: Pick<LoadTarget, 'addresses' | 'random'>) {
  const ask = async <Answer>(where: string, init: RequestInit): Promise<Answer> => {
    for (;;) {
      const address = addresses[Math.floor(random() * addresses.length)] ?? '';
      try {
        const response = await fetch(`${address}${where}`, { ...init, signal: AbortSignal.timeout(10_000) });
        // The body of an answer is what the API's contract says.
        if (response.status < 500) return (await response.json()) as Answer;
      } catch {
        // Killed just now; it comes back.
      }
      await pause(AGAIN_MS);
    }
  };
  const send = <Answer>(
    where: string,
    body: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> =>
    ask<Answer>(where, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
      body: JSON.stringify(body),
    });
  return { ask, send };
}

/** Letters alone: digits could be taken for a secret, and covered. */
function drawMark(): string {
  return randomUUID()
    .replaceAll('-', '')
    .replaceAll(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));
}
