/** Enter sends what was written; with Shift it begins a new line. */
export function sendOnEnter(event: KeyboardEvent): void {
  const { target } = event;
  if (!(target instanceof HTMLTextAreaElement) || target.id !== 'tell') return;
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  target.form?.requestSubmit(target.form.querySelector<HTMLButtonElement>('button[value="say"]'));
}
