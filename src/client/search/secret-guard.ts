import type { BoxParts } from './box-parts.ts';
import { holdsSecret, maySecretBeIn } from './holds-secret.ts';
import { searchWords } from './words.ts';

/** Stands between a box and everything that its words would be sent to. */
export interface SecretGuard {
  /** Whether the words in the box stay here; says why when they do. */
  stops(text: string): Promise<boolean>;
}

/**
 * Keeps secrets in the box: a form with one in it is not sent, and the reader sees why. Nobody has to listen before
 * this does: it hears of a form before the form's own listeners.
 */
export function guardSecrets({ host, form, field, lang }: BoxParts): SecretGuard {
  const reason = addReason(form);
  const stops = async (text: string) => {
    const isSecret = await holdsSecret(text);
    // Meanwhile it may have been taken out.
    if (field.value.trim() === text) reason.textContent = isSecret ? searchWords(lang).secret : '';
    return isSecret;
  };
  let passed: string | undefined;
  host.addEventListener(
    'submit',
    (event) => {
      const text = field.value.trim();
      if (passed === text || !maySecretBeIn(text)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const { submitter } = event;
      void stops(text).then((isSecret) => {
        if (isSecret) {
          field.focus();
          return;
        }
        passed = text;
        form.requestSubmit(submitter);
      });
    },
    { capture: true },
  );
  field.addEventListener('input', () => {
    if (!maySecretBeIn(field.value)) reason.textContent = '';
  });
  return { stops };
}

function addReason(form: HTMLFormElement): HTMLElement {
  const reason = document.createElement('p');
  reason.className = 'search__secret';
  reason.setAttribute('role', 'alert');
  form.querySelector('.search__field')?.after(reason);
  return reason;
}
