import { html } from '../markup/browser.ts';
import { askAccount } from './account-api.ts';
import { forgetInbox } from './forget-inbox.ts';
import { keepLanguage, readLanguage } from './keep-language.ts';
import { createManagePage } from './manage-page.ts';
import { readManage } from './manage-state.ts';
import { runPage } from './run-page.ts';
import { safeNext } from './safe-next.ts';
import { createSignInPage } from './sign-in-page.ts';
import { createStartPage, readStart } from './start-page.ts';
import type { AccountSettings } from './words.ts';

/** Starts the page of an agent's account in the element that carries its settings; without one, nothing happens. */
export async function startAccountPage(): Promise<void> {
  const host = document.querySelector<HTMLElement>('[data-account]');
  const given = host?.dataset['settings'];
  if (!host || given === undefined) return;
  // The page wrote the attribute with JSON.stringify of such settings.
  const { page, words } = JSON.parse(given) as AccountSettings;
  const query = new URLSearchParams(location.search);
  if (page === 'sign-in') {
    const ways = await askAccount('/auth/ways');
    const other = ways.kind === 'done' ? ways.body['oidc'] : undefined;
    const first = {
      step: location.hash === '#code' ? ('code' as const) : ('password' as const),
      ...(typeof other === 'string' && { other }),
      hasOtherFailed: query.get('error') === 'oidc',
    };
    runPage(host, createSignInPage(askAccount, safeNext(location.search, location.origin)), first, words);
    host.querySelector<HTMLElement>('[data-focus]')?.focus();
  } else if (page === 'start') {
    const token = query.get('token') ?? '';
    // The letter of an invitation leads to its own language; the address goes, so it is kept.
    if (query.has('lang')) {
      keepLanguage(
        readLanguage(location.search, () => localStorage),
        () => localStorage,
      );
    }
    // The token is good once, and no other page is told it.
    history.replaceState(null, '', location.pathname);
    runPage(host, createStartPage(askAccount, token), await readStart(askAccount, token), words);
  } else {
    const state = await readManage(askAccount);
    if (state === 'signed-out') {
      location.replace(`/agent/masuk/?next=${encodeURIComponent(location.pathname + location.hash)}`);
    } else if (state === 'away') {
      const t = words[readLanguage(location.search, () => localStorage)];
      host.innerHTML = html`<h1>${t.own.title}</h1>
        <p class="account__lead">${t.refusals.away}</p>
        <p><a class="button button--quiet" href="${location.pathname}">${t.tryAgain}</a></p>`.html;
    } else {
      const forget = () => {
        forgetInbox(() => localStorage);
      };
      runPage(host, createManagePage(askAccount, forget), state, words);
    }
  }
}
