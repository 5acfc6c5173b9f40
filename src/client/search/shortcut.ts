/** What a key press says, as far as the search shortcut cares. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/**
 * Whether a key press asks for the search: `/` outside of fields, Ctrl-K or Cmd-K anywhere but in
 * another field that is being written in.
 */
export function asksForSearch({ key, ctrlKey, metaKey, altKey }: KeyPress, isTyping: boolean): boolean {
  if (isTyping || altKey) return false;
  const withCommand = ctrlKey || metaKey;
  return withCommand ? key.toLowerCase() === 'k' : key === '/';
}

/** Lets `/` and Ctrl-K or Cmd-K go to the first search box of the page, its words selected. */
export function listenForShortcut(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const field = findField();
    const isInField = document.activeElement === field;
    if (!field || isInField || !asksForSearch(event, isWriting(document.activeElement))) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}

function findField(): HTMLInputElement | HTMLTextAreaElement | undefined {
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-search-field]');
  return [...fields].find((field) => field.offsetParent !== null);
}

function isWriting(element: Element | null): boolean {
  if (element instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit'].includes(element.type);
  return (
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement ||
    (element instanceof HTMLElement && element.isContentEditable)
  );
}
