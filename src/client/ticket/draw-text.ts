import { html, type Html } from '../markup/browser.ts';

const ADDRESS = /https?:\/\/[^\s<>"'()]+/g;
const PERMALINK = /^(?:\/en)?\/g\/[\w-]{1,40}\/?$/;
/** What ends a sentence is no part of an address. */
const AFTER = /[.,;:!?]+$/;

/**
 * What somebody wrote, as text with its line breaks. Only guides of this site, by their short address, become links:
 * whoever writes here may be anybody.
 */
export function drawText(text: string, origin: string): Html {
  const pieces: Html[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(AFTER, '');
    const path = guidePathIn(address, origin);
    if (path === undefined) continue;
    pieces.push(html`${text.slice(end, match.index)}<a href="${path}">${address}</a>`);
    end = match.index + address.length;
  }
  return html`<p class="message__text">${pieces}${text.slice(end)}</p>`;
}

/** The path of a guide of this site; undefined for every other address. */
export function guidePathIn(address: string, origin: string): string | undefined {
  const path = ownPath(address, origin);
  return path !== undefined && PERMALINK.test(path) ? path : undefined;
}

/** The path of an address of this site; undefined for every other one. */
export function ownPath(address: string, origin: string): string | undefined {
  try {
    const url = new URL(address, origin);
    return url.origin === origin ? url.pathname : undefined;
  } catch {
    // Not an address at all.
    return undefined;
  }
}
