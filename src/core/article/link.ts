/** A footnote as writers type it: `[^pojk-22-2023]`. The capture is the source's slug. */
export const FOOTNOTE = /\[\^([a-z0-9-]+)\]/g;

/** A place in a guide. */
export interface GuideLink {
  readonly id: string;
  readonly anchor: string;
}

/**
 * The guide that a relative link means, or undefined for any other address.
 * Guides link as folders do: `../transfer-pending/` in the sector, `../../banking/otp-not-received/#resend` across.
 */
export function resolveGuideLink(fromId: string, href: string): GuideLink | undefined {
  const local = /^#(.+)$/.exec(href);
  if (local) return { id: fromId, anchor: local[1] ?? '' };
  const [sector = ''] = fromId.split('/');
  const match = /^\.\.\/(?:\.\.\/([a-z-]+)\/)?([a-z0-9-]+)\/?(?:#(.*))?$/.exec(href);
  if (!match) return undefined;
  return { id: `${match[1] ?? sector}/${match[2] ?? ''}`, anchor: match[3] ?? '' };
}
