import { holdsSecret } from '../search/browser.ts';

/**
 * Says in place that a secret stands in a box, while it is typed and before it is sent. `stops` tells whether what
 * is there now must not leave.
 */
export function warnOfSecrets(
  box: HTMLTextAreaElement,
  place: Element | null,
  warning: string,
): { readonly stops: () => Promise<boolean> } {
  let patience: ReturnType<typeof setTimeout> | undefined;
  const stops = async () => {
    const text = box.value;
    const isSecret = await holdsSecret(text);
    // Meanwhile it may have been taken out.
    if (box.value !== text) return isSecret;
    if (isSecret) {
      if (place && place.textContent !== warning) place.textContent = warning;
      box.setAttribute('aria-invalid', 'true');
    } else if (place?.textContent === warning) {
      place.textContent = '';
      box.removeAttribute('aria-invalid');
    }
    return isSecret;
  };
  box.addEventListener('input', () => {
    clearTimeout(patience);
    patience = setTimeout(() => void stops(), PAUSE_MS);
  });
  return { stops };
}

/** Nobody is warned in the middle of a word. */
const PAUSE_MS = 500;
