import { fillIn, html, type Html } from '../markup/browser.ts';
import type { AskAccount } from './account-api.ts';
import { drawField, drawForm, PROBLEM } from './draw-parts.ts';
import { explainRefusal } from './explain-refusal.ts';
import type { AccountPage } from './run-page.ts';
import type { AccountWords } from './words.ts';

export interface SignInState {
  readonly step: 'password' | 'code';
  /** The name of the service that may be used instead. */
  readonly other?: string;
  /** It has sent the agent back. */
  readonly hasOtherFailed?: boolean;
}

/** Mailbox and password, then the code of a second step if there is one. */
export function createSignInPage(ask: AskAccount, next: string): AccountPage<SignInState> {
  return {
    draw: (state, words) => (state.step === 'code' ? drawCode(words) : drawPassword(state, words)),
    async act(deed, fields, state, words) {
      const text = (name: string) => {
        const value = fields.get(name);
        return typeof value === 'string' ? value : '';
      };
      if (deed === 'again') return { kind: 'draw', state: { ...state, step: 'password' } };
      if (deed === 'other') {
        const answer = await ask('/auth/oidc', {});
        const url = answer.kind === 'done' ? answer.body['url'] : undefined;
        if (typeof url === 'string') return { kind: 'leave', to: url };
        if (answer.kind === 'done') return { kind: 'problem', text: words.refusals.unavailable };
        return { kind: 'problem', text: explainRefusal(answer, words.refusals) };
      }
      const isCode = deed === 'code';
      const answer = await (isCode
        ? ask('/auth/sign-in/code', { code: text('code') })
        : ask('/auth/sign-in', { email: text('email'), password: text('password') }));
      if (answer.kind !== 'done') {
        const own = isCode
          ? { wrong: words.signIn.codeWrong }
          : { wrong: words.signIn.wrong, invalid: words.signIn.wrong };
        return { kind: 'problem', text: explainRefusal(answer, words.refusals, own) };
      }
      if (answer.body['next'] === 'code') return { kind: 'draw', state: { ...state, step: 'code' } };
      return { kind: 'leave', to: next };
    },
  };
}

function drawPassword({ other, hasOtherFailed }: SignInState, words: AccountWords): Html {
  const t = words.signIn;
  return html`<h1>${t.title}</h1>
    ${hasOtherFailed === true && html`<p class="account__notice" role="alert">${t.otherFailed}</p>`}
    ${drawForm(
      'password',
      t.submit,
      html`${drawField({
        id: 'email',
        name: 'email',
        label: t.email,
        type: 'email',
        autocomplete: 'username',
        hasFocus: true,
      })}
      ${drawField({
        id: 'password',
        name: 'password',
        label: t.password,
        type: 'password',
        autocomplete: 'current-password',
        most: 128,
      })}`,
    )}
    ${
      other !== undefined &&
      html`<form class="account__other" data-do="other">
        ${PROBLEM}
        <button class="button button--quiet">${fillIn(t.other, { name: other })}</button>
      </form>`
    }
    <p class="soft small account__lost">${t.lost}</p>`;
}

function drawCode(words: AccountWords): Html {
  const t = words.signIn;
  return html`<h1>${t.codeTitle}</h1>
    <p class="account__lead">${t.codeText}</p>
    ${drawForm(
      'code',
      t.codeSubmit,
      drawField({
        id: 'code',
        name: 'code',
        label: t.code,
        autocomplete: 'one-time-code',
        most: 40,
        hasFocus: true,
      }),
    )}
    <form class="account__other" data-do="again">
      <button class="account__link">${t.startAgain}</button>
    </form>`;
}
