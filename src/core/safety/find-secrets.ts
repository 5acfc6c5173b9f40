import { findNumbers } from './find-numbers.ts';
import { findPasswords } from './find-password.ts';
import { foldText } from './fold-text.ts';
import { readTokens } from './message-token.ts';
import { plainSpelling } from './plain-spelling.ts';
import { onOriginal, settle } from './settle-spans.ts';
import { SECRET_KINDS, type PersonalKind, type PersonalSpan, type SecretKind } from './personal-data.ts';

/**
 * The secrets of a message (OTP, PIN, CVV, password, payment card), in order and apart: small enough
 * for the browser, so that a message can be stopped before it is sent. Never throws.
 */
export function findSecrets(text: string): PersonalSpan<SecretKind>[] {
  const folded = plainSpelling(foldText(text));
  const tokens = readTokens(folded.text);
  const spans = settle(folded.text, [...findPasswords(folded.text), ...findNumbers(tokens)]);
  return onOriginal(spans, folded).filter(isSecret);
}

function isSecret(span: PersonalSpan): span is PersonalSpan<SecretKind> {
  return (SECRET_KINDS as readonly PersonalKind[]).includes(span.kind);
}
