/** Why something failed, in few words: the innermost reason that an error carries. */
export function describeCause(error: unknown): string {
  let inner = error;
  while (inner instanceof Error && inner.cause instanceof Error) inner = inner.cause;
  if (!(inner instanceof Error)) return 'no reason given';
  const code = 'code' in inner && typeof inner.code === 'string' ? inner.code : '';
  return code || (inner.message.split('\n')[0] ?? '').replace(/\.$/, '');
}
