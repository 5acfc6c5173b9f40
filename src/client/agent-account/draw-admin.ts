import type { Language } from '../../core/article/browser.ts';
import { fillIn, html, type Html } from '../markup/browser.ts';
import { sayMoment } from './draw-own.ts';
import { drawField, drawForm, drawHidden, PROBLEM } from './draw-parts.ts';
import { ROLE_NAMES, type AuditLine, type ManageState, type RosterPerson } from './manage-state.ts';
import type { AccountWords } from './words.ts';

/** Those who answer, invitations, and what was done; nothing for those who are no admins. */
export function drawAdmin(
  { roster, audit, link, me }: ManageState,
  words: AccountWords,
  lang: Language,
): Html {
  const t = words.admin;
  if (!roster) return html``;
  const names = new Map(roster.map(({ id, name }) => [id, name]));
  return html`<section class="block" aria-labelledby="petugas">
      <h2 id="petugas">${t.title}</h2>
      ${link !== undefined && drawLink(link, words)}
      <ul class="account__list">
        ${roster.map((person) => drawPerson(person, person.id === me.id, words))}
      </ul>
      <h3>${t.inviteTitle}</h3>
      <p class="soft">${t.inviteText}</p>
      ${drawForm(
        'invite',
        t.invite,
        html`${drawField({ id: 'invite-email', name: 'email', label: words.signIn.email, type: 'email', autocomplete: 'off' })}
        ${drawRole('invite-role', 'agent', words)}`,
      )}
    </section>
    <section class="block" aria-labelledby="catatan">
      <h2 id="catatan">${t.auditTitle}</h2>
      <p class="soft">${t.auditText}</p>
      <ol class="account__audit">
        ${(audit ?? []).map(
          (line) =>
            html`<li>
              <span class="soft small numbers">${sayMoment(line.at, lang)}</span>
              <span>${sayDeed(line, names, words)}</span>
            </li>`,
        )}
      </ol>
      ${(audit ?? []).length > 0 && drawForm('older', t.older, html``, { isQuiet: true })}
    </section>`;
}

/** Who did what, and to whom if it was somebody else. */
function sayDeed(
  { agent, action, subject }: AuditLine,
  names: ReadonlyMap<string, string>,
  words: AccountWords,
): string {
  const t = words.admin;
  const by = agent === undefined ? t.nobody : (names.get(agent) ?? agent);
  const to = subject === undefined || subject === agent ? undefined : names.get(subject);
  return `${by}: ${t.actions[action] ?? action}${to === undefined ? '' : ` ${to}`}`;
}

function drawLink({ email, url }: NonNullable<ManageState['link']>, words: AccountWords): Html {
  const t = words.admin;
  return html`<div class="account__link-box" role="status">
    <p tabindex="-1" data-focus><b>${fillIn(t.linkFor, { email })}</b></p>
    <p class="account__address"><code>${url}</code></p>
    <p class="soft small">${t.linkText}</p>
    <button class="button button--quiet" type="button" data-copy="${url}" data-copied="${t.copied}">
      ${t.copy}
    </button>
  </div>`;
}

function drawPerson(person: RosterPerson, isMe: boolean, words: AccountWords): Html {
  const t = words.admin;
  const { id, name, email, role, state, hasTwoFactor } = person;
  return html`<li>
    <b>${name}</b> ${isMe && html`(${t.you})`}
    <span class="account__about">${email}</span>
    <span class="account__about">
      ${t.roles[role]} · ${t.states[state]} ${hasTwoFactor && html` · ${t.hasStep}`}
    </span>
    ${
      state !== 'dismissed' &&
      html`<details>
        <summary>${t.more}</summary>
        ${drawForm('role', t.save, html`${drawHidden('id', id)} ${drawRole(`role-${id}`, role, words)}`, { isQuiet: true })}
        ${drawDeed('reset', t.newLink, id)} ${drawDeed('end-sessions', t.endSessions, id)}
        <p class="soft small">${t.dismissHint}</p>
        ${drawDeed('dismiss', t.dismiss, id)}
      </details>`
    }
  </li>`;
}

function drawDeed(deed: string, button: string, id: string): Html {
  return html`<form class="account__line" data-do="${deed}">
    ${drawHidden('id', id)} ${PROBLEM}
    <button class="button button--quiet">${button}</button>
  </form>`;
}

function drawRole(id: string, chosen: string, words: AccountWords): Html {
  const t = words.admin;
  return html`<div class="field">
    <label for="${id}">${t.role}</label>
    <select id="${id}" name="role">
      ${ROLE_NAMES.map(
        (role) =>
          html`<option value="${role}" ${role === chosen && html`selected`}>${t.roles[role]}</option>`,
      )}
    </select>
  </div>`;
}
