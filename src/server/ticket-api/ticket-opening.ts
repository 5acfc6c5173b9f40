import type { SecretKind } from '../../core/safety/browser.ts';
import type { Credentials } from '../conversation/index.ts';
import { findSuspicions, type Limit } from '../intake/index.ts';
import type { Opened, RepeatableRequest } from '../ticket/index.ts';
import { HOUR_S, type TicketParts } from './ticket-parts.ts';
import type { TicketRequest } from './ticket-request.ts';
import { coverSecrets } from './ticket-secrets.ts';

/** Tickets of one address; mobile networks put many readers behind one. */
const WITH_PROOF: Limit = { name: 'ticket', most: 30, seconds: HOUR_S };
const WITHOUT_PROOF: Limit = { name: 'ticket-without-proof', most: 10, seconds: HOUR_S };
/** The same long text so often a day is no coincidence. */
const REPEATED: Limit = { name: 'text', most: 3, seconds: 24 * HOUR_S };
const SHORT_TEXT = 60;

export type TakenRequest =
  | (Extract<Opened, { readonly kind: 'opened' }> & { readonly covered: readonly SecretKind[] })
  | { readonly kind: 'other-request' }
  | { readonly kind: 'wait'; readonly seconds: number };

/** What comes with a request beside its words. */
export interface RequestSigns {
  readonly client: string;
  readonly isTrapped?: boolean;
  /** Its form was filled in faster than a person can. */
  readonly isHasty?: boolean;
  /** The conversation of the reader's own browser, when it is the one that is named. */
  readonly own?: Credentials | undefined;
}

/**
 * Opens a ticket for whoever asks: covers secrets, links a conversation that is proven to be theirs, and holds what
 * looks like spam. Who sent it is never told that it is held.
 */
export async function takeRequest(
  parts: TicketParts,
  request: TicketRequest,
  { client, isTrapped = false, isHasty = false, own }: RequestSigns,
  repeatable: RepeatableRequest | undefined,
): Promise<TakenRequest> {
  const { tickets, intake, rateLimiter } = parts;
  const { proof, conversation, conversationSecret, service, problem, email, phone, attachments } = request;
  const hasProof = proof !== undefined && (await intake.proofs.spend(proof));
  const limit = hasProof ? WITH_PROOF : WITHOUT_PROOF;
  const seconds = rateLimiter ? await intake.limits.take(limit, client) : 0;
  if (seconds > 0) return { kind: 'wait', seconds };
  const subject = coverSecrets(request.subject);
  const text = coverSecrets(request.text);
  const secret = conversationSecret ?? (own?.id === conversation ? own?.secret : undefined);
  const linked = await findConversation(parts, conversation, secret);
  const suspicions = findSuspicions({
    ...{ subject: subject.text, text: text.text, hasProof, isTrapped, isHasty },
    isRepeated: text.text.length > SHORT_TEXT && (await intake.limits.take(REPEATED, text.text)) > 0,
  });
  const opened = await tickets.open(
    {
      ...{ lang: request.lang, channel: request.channel, subject: subject.text, text: text.text },
      ...{ attachments, suspicions },
      ...(service !== undefined && { service }),
      ...(problem !== undefined && { problem }),
      ...(linked !== undefined && { conversation: linked }),
      ...(email !== undefined && { email }),
      ...(phone !== undefined && { phone }),
    },
    repeatable,
  );
  if (opened.kind !== 'opened') return opened;
  // From here on the assistant leaves the conversation to a person; a request that is sent again changes nothing.
  if (linked !== undefined) await parts.conversations.join(linked);
  return { ...opened, covered: [...new Set([...subject.covered, ...text.covered])] };
}

/** The id of a conversation, when its secret proves that it is the reader's. */
async function findConversation(
  { conversations }: TicketParts,
  id: string | undefined,
  secret: string | undefined,
): Promise<string | undefined> {
  if (id === undefined || secret === undefined) return undefined;
  return (await conversations.read({ id, secret }))?.id;
}
