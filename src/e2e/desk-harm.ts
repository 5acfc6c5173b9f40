import type { Page } from 'playwright-core';

/** What no page of a ticket has, neither the reader's nor the agents', unless somebody's words have become part of it. */
export const FOREIGN = [
  'script:not([src^="/_astro/"], [type="application/ld+json"])',
  'link[rel="stylesheet"]:not([href^="/_astro/"])',
  'main img:not([src^="/agent/api/tickets/"]), main svg:not(.icon)',
  'iframe, object, embed, base, style, math, video, audio, marquee, meta[http-equiv]',
  'form:not([action^="/"], [method="dialog"], [data-do]:not([action]), .inbox__box)',
  'a[href^="javascript:" i], a[href^="data:" i]',
].join(', ');

/** Writes down whatever the words on a page set going: dialogs, windows, files, and requests to anywhere else. */
export function watchHarm(page: Page, site: string): readonly string[] {
  const harm: string[] = [];
  page.on('dialog', (dialog) => {
    harm.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => harm.push(`window ${popup.url()}`));
  page.on('download', (download) => harm.push(`file ${download.url()}`));
  page.context().on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${site}/`) && !url.startsWith('data:')) harm.push(`request ${url}`);
  });
  return harm;
}

/** The elements of a page that the site did not put there, and those that would run something. */
export function foreignIn(page: Page): Promise<string[]> {
  return page.evaluate(
    (foreign) =>
      [...document.querySelectorAll('*')]
        .filter(
          (element) =>
            element.matches(foreign) || element.getAttributeNames().some((name) => name.startsWith('on')),
        )
        .map(({ outerHTML }) => outerHTML),
    FOREIGN,
  );
}
