import { ID_FORM, isSecretOf, SECRET_FORM } from '../secret/index.ts';
import type { ConversationParts } from './conversation-parts.ts';
import type { ConversationRow } from './conversation-table.ts';
import type { Credentials } from './kept-conversation.ts';

/** The row that credentials open; undefined when there is none, or the secret is another one. */
export async function findOwn(
  { store, now }: Pick<ConversationParts, 'store' | 'now'>,
  { id, secret }: Credentials,
  how: 'find' | 'recall' = 'find',
): Promise<ConversationRow | undefined> {
  if (!ID_FORM.test(id) || !SECRET_FORM.test(secret)) return undefined;
  const row = await store[how](id, now());
  return row && isSecretOf(secret, row.secretHash) ? row : undefined;
}
