import { describe, expect, it } from 'vitest';
import type { Answer, AskAccount } from './account-api.ts';
import { fakeAccountWords } from './fake-account-words.ts';
import { createManagePage } from './manage-page.ts';
import { readManage, type ManageState } from './manage-state.ts';
import { safeNext } from './safe-next.ts';
import { createSignInPage } from './sign-in-page.ts';
import { createStartPage, readStart } from './start-page.ts';

const WORDS = fakeAccountWords();
const HOSTILE = '<img src=x onerror=alert(1)>';

/** A server that answers by path, and what it was asked. */
function fakeServer(answers: Readonly<Record<string, object>>) {
  const asked: (readonly [path: string, body: object | undefined])[] = [];
  const ask: AskAccount = (path, body) => {
    asked.push([path, body]);
    const found = answers[path.split('?')[0] ?? ''];
    return Promise.resolve(
      found === undefined ? refused(404) : found instanceof Refusal ? found.answer : done(found),
    );
  };
  return { ask, asked };
}
class Refusal {
  readonly answer: Answer;
  constructor(status: number, code = '', seconds = 0) {
    this.answer = { kind: 'refused', status, code, seconds };
  }
}
const done = (body: object): Answer => ({ kind: 'done', body: Object.fromEntries(Object.entries(body)) });
const refused = (status: number): Answer => new Refusal(status).answer;

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

describe('signing in', () => {
  const PASSWORD = { step: 'password' } as const;

  it('leads on once the password is right, and asks for a code where there is a second step', async () => {
    const plain = createSignInPage(fakeServer({ '/auth/sign-in': { next: 'in' } }).ask, '/agent/#/t/1');
    const fields = form({ email: 'a@example.org', password: 'x' });
    expect(await plain.act('password', fields, PASSWORD, WORDS, 'en')).toEqual({
      kind: 'leave',
      to: '/agent/#/t/1',
    });
    const double = createSignInPage(fakeServer({ '/auth/sign-in': { next: 'code' } }).ask, '/agent/');
    expect(await double.act('password', fields, PASSWORD, WORDS, 'en')).toMatchObject({
      state: { step: 'code' },
    });
  });

  it.each([
    [new Refusal(401, 'wrong'), WORDS.signIn.wrong],
    [new Refusal(429, 'wait', 12), 'wait 12'],
    [new Refusal(500), WORDS.refusals.away],
  ])('says what to do when it is refused', async (answer, text) => {
    const page = createSignInPage(fakeServer({ '/auth/sign-in': answer }).ask, '/agent/');
    expect(await page.act('password', form({}), PASSWORD, WORDS, 'en')).toEqual({ kind: 'problem', text });
  });

  it.each([
    ['?next=%2Fagent%2F%23%2Ft%2F1', '/agent/#/t/1'],
    ['?next=https%3A%2F%2Fevil.example.net%2Fagent%2F', '/agent/'],
    ['?next=%2F%2Fevil.example.net%2Fagent%2F', '/agent/'],
    ['?next=javascript%3Aalert(1)', '/agent/'],
    ['?next=%2Fagent%2Fapi%2Fauth%2Fsign-out', '/agent/'],
    ['?next=%2Fkontak%2F', '/agent/'],
    ['', '/agent/'],
  ])('goes nowhere else than to this desk: %s', (search, next) => {
    expect(safeNext(search, 'https://pandu.example.org')).toBe(next);
  });
});

describe('beginning by a link', () => {
  it('greets by what the link is for, and escapes what it says', async () => {
    const { ask } = fakeServer({ '/auth/invitation': { kind: 'invite', email: HOSTILE, name: HOSTILE } });
    const state = await readStart(ask, 'token');
    const { html } = createStartPage(ask, 'token').draw(state, WORDS, 'en');
    expect(html).toContain(WORDS.start.inviteTitle);
    expect(html).not.toContain('<img');
  });

  it('says that a used link is of no use', async () => {
    expect(
      await readStart(fakeServer({ '/auth/invitation': new Refusal(410, 'void') }).ask, 'token'),
    ).toEqual({
      kind: 'void',
    });
  });

  it('signs in with the password that was chosen', async () => {
    const { ask, asked } = fakeServer({
      '/auth/join': { email: 'a@example.org' },
      '/auth/sign-in': { next: 'in' },
    });
    const fields = form({ name: 'Ani', password: 'cukup panjang 1' });
    const acted = await createStartPage(ask, 'token').act('join', fields, { kind: 'invite' }, WORDS, 'en');
    expect(acted).toEqual({ kind: 'draw', state: { kind: 'done' } });
    expect(asked).toEqual([
      ['/auth/join', { token: 'token', name: 'Ani', password: 'cukup panjang 1', lang: 'en' }],
      ['/auth/sign-in', { email: 'a@example.org', password: 'cukup panjang 1' }],
    ]);
  });
});

describe('looking after accounts', () => {
  const ACCOUNT = {
    agent: { id: 'ani', name: HOSTILE, role: 'admin' },
    hasPassword: true,
    hasTwoFactor: false,
    sessions: [{ id: 's1', device: HOSTILE, since: '2026-11-25T02:00:00Z', isThis: true }],
  };
  const ADMIN = {
    '/auth/account': ACCOUNT,
    '/roster': {
      agents: [
        { id: 'ani', name: HOSTILE, email: HOSTILE, role: 'admin', state: 'active', hasTwoFactor: true },
      ],
    },
    '/audit': { entries: [{ id: '2', at: '2026-11-25T02:00:00Z', agent: 'ani', action: HOSTILE }] },
  };

  async function read(answers: Readonly<Record<string, object>>): Promise<ManageState> {
    const state = await readManage(fakeServer(answers).ask);
    if (typeof state === 'string') throw new Error(state);
    return state;
  }

  it('shows an agent their own, an admin that of all, and escapes every word of them', async () => {
    const page = createManagePage(fakeServer({}).ask);
    const admin = page.draw(await read(ADMIN), WORDS, 'en').html;
    expect(admin).toContain(WORDS.admin.inviteTitle);
    expect(admin).not.toContain('<img');
    const own = await read({ '/auth/account': { ...ACCOUNT, agent: { ...ACCOUNT.agent, role: 'agent' } } });
    expect(page.draw(own, WORDS, 'en').html).not.toContain(WORDS.admin.inviteTitle);
  });

  it('draws the code for the phone, then shows the backup codes once', async () => {
    const uri = 'otpauth://totp/Pandu:ani?secret=ABCDEFGH&issuer=Pandu';
    const { ask } = fakeServer({
      ...ADMIN,
      '/auth/two-factor/begin': { uri, codes: ['one', 'two'] },
      '/auth/two-factor/finish': {},
    });
    const page = createManagePage(ask);
    const begun = await page.act('begin', form({ password: 'x' }), await read(ADMIN), WORDS, 'en');
    if (begun.kind !== 'draw') throw new Error('Nothing is drawn.');
    expect(page.draw(begun.state, WORDS, 'en').html).toMatch(/<svg[\s\S]+ABCD EFGH/);
    const finished = await page.act('finish', form({ code: '123456' }), begun.state, WORDS, 'en');
    expect(finished).toMatchObject({ state: { codes: ['one', 'two'] } });
    if (finished.kind !== 'draw') return;
    expect(await page.act('kept', form({}), finished.state, WORDS, 'en')).not.toHaveProperty('state.codes');
  });

  it('shows the link of an invitation, and says why there is none', async () => {
    const url = 'https://pandu.example.org/agent/mulai/?token=x';
    const page = createManagePage(fakeServer({ ...ADMIN, '/agents/invite': { link: url } }).ask);
    const fields = form({ email: 'baru@example.org', role: 'lead' });
    expect(await page.act('invite', fields, await read(ADMIN), WORDS, 'en')).toMatchObject({
      state: { link: { email: 'baru@example.org', url } },
    });
    const taken = createManagePage(fakeServer({ '/agents/invite': new Refusal(409) }).ask);
    expect(await taken.act('invite', fields, await read(ADMIN), WORDS, 'en')).toEqual({
      kind: 'problem',
      text: WORDS.admin.taken,
    });
  });

  it('clears the device at sign-out, whatever the server says', async () => {
    const deeds: string[] = [];
    const ask: AskAccount = (path) => {
      deeds.push(path);
      return Promise.resolve({ kind: 'away' });
    };
    const page = createManagePage(ask, () => deeds.push('forget'));
    const left = await page.act('sign-out', form({}), await read(ADMIN), WORDS, 'en');
    expect([left, deeds]).toEqual([{ kind: 'leave', to: '/agent/masuk/' }, ['forget', '/auth/sign-out']]);
  });

  it('invites in the language of the page', async () => {
    const { ask, asked } = fakeServer({
      ...ADMIN,
      '/agents/invite': { link: 'https://pandu.example.org/x' },
    });
    const fields = form({ email: ' baru@example.org', role: 'lead' });
    await createManagePage(ask).act('invite', fields, await read(ADMIN), WORDS, 'id');
    expect(asked[0]).toEqual(['/agents/invite', { email: 'baru@example.org', role: 'lead', lang: 'id' }]);
  });

  it('asks which mail somebody wants only where mail is sent, and keeps the answer', async () => {
    const mailed = {
      '/auth/account': { ...ACCOUNT, mail: { deadlines: true, lang: 'en' } },
      '/auth/mail': {},
    };
    const { ask, asked } = fakeServer(mailed);
    const page = createManagePage(ask);
    expect(page.draw(await read(ADMIN), WORDS, 'en').html).not.toContain(WORDS.own.mailTitle);
    const state = await read(mailed);
    const { html } = page.draw(state, WORDS, 'en');
    expect(html).toMatch(/name="deadlines"\s+value="yes"\s+checked/);
    expect(html).toMatch(/<option value="en" selected>/);
    const off = await page.act('mail', form({ lang: '' }), state, WORDS, 'en');
    expect(off).toMatchObject({ state: { said: WORDS.own.mailSaved } });
    await page.act('mail', form({ lang: 'id', deadlines: 'yes' }), state, WORDS, 'en');
    const sent = asked.filter(([path]) => path === '/auth/mail').map(([, body]) => body);
    expect(sent).toEqual([
      { deadlines: false, lang: null },
      { deadlines: true, lang: 'id' },
    ]);
  });

  it('says to whom something was done, and for whom a link is', async () => {
    const bani = { id: 'bani', name: 'Bani', email: 'bani@example.org', role: 'agent', state: 'active' };
    const people = {
      ...ADMIN,
      '/roster': { agents: [bani] },
      '/audit': {
        entries: [
          { id: '2', at: '', agent: 'ani', action: 'dismissed', subject: 'bani' },
          { id: '1', at: '', agent: 'bani', action: 'signed-in', subject: 'bani' },
        ],
      },
      '/agents/bani/reset': { link: 'https://pandu.example.org/x' },
    };
    const page = createManagePage(fakeServer(people).ask);
    const state = await read(people);
    const drawn = page.draw(state, WORDS, 'en').html;
    expect(drawn).toContain('ani: dismissed Bani');
    expect(drawn).toContain('Bani: signed-in<');
    expect(await page.act('reset', form({ id: 'bani' }), state, WORDS, 'en')).toMatchObject({
      state: { link: { email: 'bani@example.org' } },
    });
  });

  it('leads to the sign-in once the session is over', async () => {
    const page = createManagePage(fakeServer({ '/auth/sessions/end': new Refusal(401) }).ask);
    expect(await page.act('end-others', form({}), await read(ADMIN), WORDS, 'en')).toEqual({
      kind: 'leave',
      to: '/agent/masuk/',
    });
    expect(await readManage(fakeServer({ '/auth/account': new Refusal(401) }).ask)).toBe('signed-out');
  });
});
