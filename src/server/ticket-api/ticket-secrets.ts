import { findSecrets, type SecretKind } from '../../core/safety/browser.ts';

/** Covering changes the neighbourhood of what stays: so often is the result looked at again. */
const MOST_PASSES = 6;

/**
 * A text without what nobody may ask for (PIN, OTP, CVV, password, card number), and the kinds that it had. A mailbox
 * or a customer number stays: the reader writes it to a person, who needs it.
 */
export function coverSecrets(text: string): {
  readonly text: string;
  readonly covered: readonly SecretKind[];
} {
  const covered = new Set<SecretKind>();
  let result = text;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const spans = findSecrets(result);
    if (spans.length === 0) break;
    for (const { start, end, kind } of spans.toReversed()) {
      covered.add(kind);
      result = `${result.slice(0, start)}[${kind}]${result.slice(end)}`;
    }
  }
  return { text: result, covered: [...covered] };
}
