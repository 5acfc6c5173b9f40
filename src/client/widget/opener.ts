import type { Panel } from './panel.ts';

/**
 * Lets a link open a panel instead of leading to the page of the same diagnosis. Nothing is fetched before it is
 * touched; when the panel cannot be opened, the link is a link again and is followed by `giveUp`.
 */
export function attachOpener(link: HTMLAnchorElement, open: () => Promise<Panel>, giveUp: () => void): void {
  let panel: Panel | undefined;
  let isOpening = false;
  const act = async () => {
    if (isOpening) return;
    if (panel) {
      panel.toggle();
      return;
    }
    isOpening = true;
    link.setAttribute('aria-busy', 'true');
    try {
      panel = await open();
    } catch {
      // Out of reach, or forbidden by the page around.
      link.removeEventListener('click', press);
      link.removeEventListener('keydown', pressSpace);
      for (const name of ['role', 'aria-haspopup', 'aria-expanded']) link.removeAttribute(name);
      giveUp();
    } finally {
      isOpening = false;
      link.removeAttribute('aria-busy');
    }
  };
  const press = (event: MouseEvent) => {
    // Whoever wants another tab gets the page.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void act();
  };
  const pressSpace = (event: KeyboardEvent) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    void act();
  };
  link.setAttribute('role', 'button');
  link.setAttribute('aria-haspopup', 'dialog');
  link.setAttribute('aria-expanded', 'false');
  link.addEventListener('click', press);
  link.addEventListener('keydown', pressSpace);
}
