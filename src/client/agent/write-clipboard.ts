import type { FormattedCopy } from '../../core/copy/browser.ts';

/** Neither way to the clipboard is open. */
export class ClipboardRefusedError extends Error {
  override readonly name = 'ClipboardRefusedError';
}

/**
 * Puts a text on the clipboard, with its HTML where there is one. The text may still be on its way:
 * browsers that allow copying only right after a key press then still do.
 * @throws {ClipboardRefusedError} when the browser refuses both the clipboard API and the older command.
 */
export async function writeClipboard(copy: Promise<FormattedCopy>, hasHtml: boolean): Promise<void> {
  try {
    await writeByApi(copy, hasHtml);
  } catch (cause) {
    if (!writeByCommand(await copy))
      throw new ClipboardRefusedError('The browser refuses to copy.', { cause });
  }
}

async function writeByApi(copy: Promise<FormattedCopy>, hasHtml: boolean): Promise<void> {
  const blob = async (type: string, choose: (formatted: FormattedCopy) => string) =>
    new Blob([choose(await copy)], { type });
  const item = new ClipboardItem({
    'text/plain': blob('text/plain', ({ text }) => text),
    ...(hasHtml && { 'text/html': blob('text/html', ({ text, html }) => html ?? text) }),
  });
  await navigator.clipboard.write([item]);
}

/** The way of older browsers and of pages without a secure connection. */
function writeByCommand({ text, html }: FormattedCopy): boolean {
  let isWritten = false;
  const fill = (event: ClipboardEvent) => {
    if (!event.clipboardData) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', text);
    if (html !== undefined) event.clipboardData.setData('text/html', html);
    isWritten = true;
  };
  document.addEventListener('copy', fill, { once: true });
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else works where the API is refused
  document.execCommand('copy');
  document.removeEventListener('copy', fill);
  return isWritten;
}
