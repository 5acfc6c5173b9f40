/** Long enough that a screen reader is not interrupted by every letter. */
const PAUSE_MS = 700;

/**
 * Adds a polite live region to an element and gives what speaks through it: the newest text, after a
 * pause; '' falls silent.
 */
export function createAnnouncer(host: Element): (text: string) => void {
  const region = document.createElement('div');
  region.className = 'visually-hidden';
  region.setAttribute('role', 'status');
  host.append(region);
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (text) => {
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        region.textContent = text;
      },
      text === '' ? 0 : PAUSE_MS,
    );
  };
}
