import type { Language } from '../../core/article/browser.ts';
import { html } from '../markup/browser.ts';
import { isRecord, type Answer, type AskAccount } from './account-api.ts';
import { drawAdmin } from './draw-admin.ts';
import { drawOwn } from './draw-own.ts';
import { explainRefusal } from './explain-refusal.ts';
import { lineOf, readManage, type ManageState } from './manage-state.ts';
import type { AccountPage, Acted } from './run-page.ts';
import type { AccountWords } from './words.ts';

const SIGN_IN = '/agent/masuk/';

/** One's own account; for admins also those of others, and what was done. `forget` clears the device at sign-out. */
export function createManagePage(
  ask: AskAccount,
  forget: () => void = () => undefined,
): AccountPage<ManageState> {
  return {
    draw: (state, words, lang) =>
      html`<p class="account__top">
          <a href="/agent/">${words.own.back}</a>
        </p>
        <h1>${words.own.title}</h1>
        <p class="account__lead">${state.me.name}</p>
        ${state.said !== undefined && html`<p class="account__said" role="status" tabindex="-1" data-focus>${state.said}</p>`}
        ${drawOwn(state, words, lang)} ${drawAdmin(state, words, lang)}
        <form class="account__leave" data-do="sign-out">
          <button class="button button--quiet">${words.own.signOut}</button>
        </form>`,
    async act(deed, fields, state, words, lang) {
      if (deed !== 'sign-out') return act(ask, deed, fields, state, words, lang);
      // First, so that nothing stays behind when the network is slow.
      forget();
      await ask('/auth/sign-out', {});
      return { kind: 'leave', to: SIGN_IN };
    },
  };
}

async function act(
  ask: AskAccount,
  deed: string,
  fields: FormData,
  state: ManageState,
  words: AccountWords,
  lang: Language,
): Promise<Acted<ManageState>> {
  const text = (name: string) => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : '';
  };
  if (deed === 'kept') return again(ask, state);
  if (deed === 'older') return readOlder(ask, state, words);
  const request = REQUESTS[deed]?.(text, lang);
  if (!request) return { kind: 'problem', text: words.refusals.invalid };
  const answer = await ask(request.path, request.body);
  if (answer.kind !== 'done') {
    if (answer.kind === 'refused' && answer.status === 401) return { kind: 'leave', to: SIGN_IN };
    return { kind: 'problem', text: explainRefusal(answer, words.refusals, ownReasons(deed, words)) };
  }
  const person = state.roster?.find(({ id }) => id === text('id'));
  return takeAnswer(ask, deed, answer, state, words, text('email') || (person?.email ?? ''));
}

/** What each form asks of the server. */
const REQUESTS: Readonly<
  Record<
    string,
    (text: (name: string) => string, lang: Language) => { readonly path: string; readonly body: object }
  >
> = {
  begin: (text) => ({ path: '/auth/two-factor/begin', body: { password: text('password') } }),
  finish: (text) => ({ path: '/auth/two-factor/finish', body: { code: text('code') } }),
  codes: (text) => ({ path: '/auth/two-factor/codes', body: { password: text('password') } }),
  'end-step': (text) => ({ path: '/auth/two-factor/end', body: { password: text('password') } }),
  change: (text) => ({ path: '/auth/password', body: { current: text('current'), next: text('next') } }),
  'end-session': (text) => ({ path: '/auth/sessions/end', body: { id: text('id') } }),
  'end-others': () => ({ path: '/auth/sessions/end', body: {} }),
  mail: (text) => ({
    path: '/auth/mail',
    body: { deadlines: text('deadlines') !== '', lang: text('lang') === '' ? null : text('lang') },
  }),
  invite: (text, lang) => ({
    path: '/agents/invite',
    body: { email: text('email').trim(), role: text('role'), lang },
  }),
  role: (text) => ({ path: `/agents/${encodeURIComponent(text('id'))}/role`, body: { role: text('role') } }),
  reset: (text) => ({ path: `/agents/${encodeURIComponent(text('id'))}/reset`, body: {} }),
  'end-sessions': (text) => ({ path: `/agents/${encodeURIComponent(text('id'))}/end-sessions`, body: {} }),
  dismiss: (text) => ({ path: `/agents/${encodeURIComponent(text('id'))}/dismiss`, body: {} }),
};

async function takeAnswer(
  ask: AskAccount,
  deed: string,
  { body }: Extract<Answer, { readonly kind: 'done' }>,
  state: ManageState,
  words: AccountWords,
  email: string,
): Promise<Acted<ManageState>> {
  const codes = Array.isArray(body['codes'])
    ? body['codes'].filter((code): code is string => typeof code === 'string')
    : [];
  if (deed === 'begin' && typeof body['uri'] === 'string') {
    return again(ask, state, { setup: { uri: body['uri'], codes } });
  }
  if (deed === 'finish') return again(ask, state, { codes: state.setup?.codes ?? [] });
  if (deed === 'codes') return again(ask, state, { codes });
  if (typeof body['link'] === 'string') {
    return again(ask, state, { link: { email, url: body['link'] } });
  }
  const said: Readonly<Record<string, string>> = {
    'end-step': words.own.ended,
    change: words.own.changed,
    mail: words.own.mailSaved,
    'end-session': words.own.sessionsEnded,
    'end-others': words.own.sessionsEnded,
    role: words.admin.saved,
    'end-sessions': words.admin.sessionsEnded,
    dismiss: words.admin.dismissed,
  };
  return again(ask, state, { said: said[deed] ?? '' });
}

/** The page as the server has it now, with what is shown once. */
async function again(
  ask: AskAccount,
  state: ManageState,
  once: Pick<ManageState, 'codes' | 'link' | 'said' | 'setup'> = {},
): Promise<Acted<ManageState>> {
  const read = await readManage(ask);
  if (read === 'signed-out') return { kind: 'leave', to: SIGN_IN };
  return { kind: 'draw', state: { ...(read === 'away' ? state : read), ...once } };
}

async function readOlder(
  ask: AskAccount,
  state: ManageState,
  words: AccountWords,
): Promise<Acted<ManageState>> {
  const last = state.audit?.at(-1)?.id ?? '';
  const answer = await ask(`/audit?limit=50&before=${encodeURIComponent(last)}`);
  if (answer.kind !== 'done') {
    return { kind: 'problem', text: explainRefusal(answer, words.refusals) };
  }
  const entries = Array.isArray(answer.body['entries']) ? answer.body['entries'].filter(isRecord) : [];
  return { kind: 'draw', state: { ...state, audit: [...(state.audit ?? []), ...entries.map(lineOf)] } };
}

function ownReasons(deed: string, words: AccountWords): Readonly<Record<string, string>> {
  if (deed === 'finish') return { wrong: words.own.codeWrong };
  if (deed === 'invite') return { '409': words.admin.taken };
  return { wrong: words.own.wrong, '409': words.admin.lastAdmin };
}
