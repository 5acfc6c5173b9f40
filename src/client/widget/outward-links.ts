/**
 * Leads the links of what is drawn in `view`, now and later, to the site at `origin`, each in a new tab: the page
 * around is another site's, and stays.
 */
export function keepLinksOutward(view: HTMLElement, origin: string): void {
  const lead = () => {
    for (const link of view.querySelectorAll('a[href]:not([target])')) {
      const href = link.getAttribute('href') ?? '';
      if (/^(?:tel|mailto|#)/.test(href)) continue;
      link.setAttribute('href', new URL(href, origin).href);
      link.setAttribute('target', '_blank');
      link.setAttribute('rel', 'noopener');
    }
  };
  new MutationObserver(lead).observe(view, { childList: true, subtree: true });
  lead();
}
