import { fillIn, html, type Html } from '../markup/browser.ts';
import type { AskAccount } from './account-api.ts';
import { drawField, drawForm } from './draw-parts.ts';
import { explainRefusal } from './explain-refusal.ts';
import type { AccountPage } from './run-page.ts';
import type { AccountWords } from './words.ts';

export const SHORTEST_PASSWORD = 12;

/** What the link turned out to be. */
export type StartState =
  | { readonly kind: 'first' | 'invite' | 'reset'; readonly email?: string; readonly name?: string }
  | { readonly kind: 'void' }
  | { readonly kind: 'done' }
  | { readonly kind: 'away' };

const SIGN_IN = '/agent/masuk/';

/** The first admin, somebody invited, or somebody who lost their password chooses a password. */
export function createStartPage(ask: AskAccount, token: string): AccountPage<StartState> {
  return {
    draw(state, words) {
      if (state.kind === 'void') return drawVoid(words);
      if (state.kind === 'away') return drawAway(words);
      return state.kind === 'done' ? drawDone(words) : drawStart(state, words);
    },
    async act(deed, fields, _, words, lang) {
      if (deed === 'look') return { kind: 'draw', state: await readStart(ask, token) };
      const text = (name: string) => {
        const value = fields.get(name);
        return typeof value === 'string' ? { [name]: value } : {};
      };
      const typed = fields.get('password');
      const password = typeof typed === 'string' ? typed : '';
      const joined = await ask('/auth/join', { token, password, lang, ...text('name'), ...text('email') });
      if (joined.kind !== 'done') {
        return { kind: 'problem', text: explainRefusal(joined, words.refusals) };
      }
      const entered = await ask('/auth/sign-in', { email: joined.body['email'], password });
      // Whoever has a second step gives it where everybody does.
      if (entered.kind !== 'done') return { kind: 'leave', to: SIGN_IN };
      if (entered.body['next'] === 'code') return { kind: 'leave', to: `${SIGN_IN}#code` };
      return { kind: 'draw', state: { kind: 'done' } };
    },
  };
}

/** What a token opens. */
export async function readStart(ask: AskAccount, token: string): Promise<StartState> {
  const answer = await ask('/auth/invitation', { token });
  if (answer.kind === 'away') return { kind: 'away' };
  if (answer.kind === 'refused') return { kind: answer.status >= 500 ? 'away' : 'void' };
  const { kind, email, name } = answer.body;
  if (kind !== 'first' && kind !== 'invite' && kind !== 'reset') return { kind: 'void' };
  return {
    kind,
    ...(typeof email === 'string' && { email }),
    ...(typeof name === 'string' && { name }),
  };
}

function drawStart(
  { kind, email }: Extract<StartState, { readonly kind: 'first' | 'invite' | 'reset' }>,
  words: AccountWords,
): Html {
  const t = words.start;
  const title = { first: t.firstTitle, invite: t.inviteTitle, reset: t.resetTitle }[kind];
  const lead = {
    first: t.firstText,
    invite: fillIn(t.inviteText, { email: email ?? '' }),
    reset: t.resetText,
  }[kind];
  return html`<h1>${title}</h1>
    <p class="account__lead">${lead}</p>
    ${drawForm(
      'join',
      t.submit,
      html`${
        kind !== 'reset' &&
        drawField({
          id: 'name',
          name: 'name',
          label: t.name,
          autocomplete: 'name',
          hint: t.nameHint,
          most: 80,
          hasFocus: true,
        })
      }
      ${
        kind === 'first'
          ? drawField({
              id: 'email',
              name: 'email',
              label: words.signIn.email,
              type: 'email',
              autocomplete: 'username',
            })
          : // So that a password manager keeps the new password with its mailbox.
            html`<input
              class="visually-hidden"
              type="email"
              autocomplete="username"
              value="${email ?? ''}"
              readonly
              tabindex="-1"
              aria-hidden="true"
            />`
      }
      ${drawField({
        id: 'password',
        name: 'password',
        label: t.choose,
        type: 'password',
        autocomplete: 'new-password',
        hint: words.own.nextHint,
        least: SHORTEST_PASSWORD,
        most: 128,
      })}`,
    )}`;
}

function drawDone(words: AccountWords): Html {
  const t = words.start;
  return html`<h1 tabindex="-1" data-focus>${t.doneTitle}</h1>
    <p class="account__lead">${t.doneText}</p>
    <p class="letter__send">
      <a class="button" href="/agent/kelola/#langkah-kedua">${t.secondStep}</a>
      <a class="button button--quiet" href="/agent/">${t.later}</a>
    </p>`;
}

function drawVoid(words: AccountWords): Html {
  return html`<h1 tabindex="-1" data-focus>${words.start.voidTitle}</h1>
    <p class="account__lead">${words.refusals.void}</p>
    <p class="letter__send">
      <a class="button button--quiet" href="${SIGN_IN}">${words.signIn.title}</a>
    </p>`;
}

function drawAway(words: AccountWords): Html {
  return html`<h1>${words.start.inviteTitle}</h1>
    <p class="account__lead">${words.refusals.away}</p>
    ${drawForm('look', words.tryAgain, html``)}`;
}
