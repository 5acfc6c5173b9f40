import { lookup as lookUp, type LookupAddress } from 'node:dns';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { blockNetworks, type MayReach } from './blocked-networks.ts';
import { OutwardError, type AskOutward, type OutwardAnswer, type OutwardRequest } from './outward.ts';

export interface OutwardOptions {
  /** Private networks that may be asked all the same. */
  readonly networks: readonly string[];
  /** For one request, from its beginning to the end of the answer. Default 10 s. */
  readonly timeoutMs?: number;
  /** Resolves names; that of the system by default. */
  readonly resolve?: typeof lookUp;
}

/** An answer is read so far; what servers say back is short. */
const MOST_BYTES = 1_048_576;

/**
 * Asks servers on the public internet. An address within a private network is refused where the connection is made,
 * so that a name which resolves to one there and then (DNS rebinding) is refused too.
 */
export function createAskOutward({
  networks,
  timeoutMs = 10_000,
  resolve = lookUp,
}: OutwardOptions): AskOutward {
  const mayReach = blockNetworks(networks);
  const lookup = lookUpReachable(mayReach, resolve);
  return async (asked) => {
    const url = new URL(asked.url);
    const host = url.hostname.replace(/^\[(.+)\]$/, '$1');
    // The look-up is skipped for what is an address already.
    if (isIP(host) !== 0 && !mayReach(host)) throw forbidden();
    return send(url, asked, lookup, timeoutMs);
  };
}

function send(
  url: URL,
  { method, headers, body, readsBody = true }: OutwardRequest,
  lookup: LookupFunction,
  timeoutMs: number,
): Promise<OutwardAnswer> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown) => {
      reject(
        cause instanceof OutwardError
          ? cause
          : new OutwardError('A server elsewhere gave no answer.', { cause }),
      );
    };
    const sent = request(
      url,
      { method, headers, lookup, signal: AbortSignal.timeout(timeoutMs), agent: false },
      (answer) => {
        if (readsBody) read(answer).then(resolve, fail);
        else resolve(drop(answer));
      },
    );
    sent.on('error', fail);
    sent.end(body);
  });
}

async function read(answer: IncomingMessage): Promise<OutwardAnswer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) {
      answer.destroy();
      throw new OutwardError('A server elsewhere answered far too much.');
    }
    chunks.push(chunk);
  }
  return { status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') };
}

/** What still comes is thrown away, and whatever becomes of it; the time of the request ends it, too. */
function drop(answer: IncomingMessage): OutwardAnswer {
  answer.on('error', () => undefined).resume();
  return { status: answer.statusCode ?? 0, body: '' };
}

/** Resolves a name to those of its addresses that may be reached. */
function lookUpReachable(mayReach: MayReach, resolve: typeof lookUp): LookupFunction {
  return (name, options, answer) => {
    resolve(name, { ...options, all: true }, (fault, found) => {
      const addresses: readonly LookupAddress[] = fault ? [] : found;
      const reachable = addresses.filter(({ address }) => mayReach(address));
      const [first] = reachable;
      if (fault) answer(fault, '', 0);
      else if (!first) answer(forbidden(), '', 0);
      else if (options.all) answer(null, reachable);
      else answer(null, first.address, first.family);
    });
  };
}

function forbidden(): OutwardError {
  return new OutwardError(
    'A server elsewhere is within a private network. PANDU_WEBHOOK_NETWORKS names those that may be asked.',
  );
}
