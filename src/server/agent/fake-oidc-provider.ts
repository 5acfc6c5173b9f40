import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { OidcSettings } from './open-auth.ts';

/** Whom the provider vouches for, as it writes it into its ID tokens. */
export interface FakePerson {
  readonly sub: string;
  readonly email: string;
  readonly email_verified: boolean | string;
  readonly name?: string;
}

/** What a forged or broken ID token may have wrong. */
export type FakeFault = 'signature' | 'nonce' | 'audience' | 'issuer' | 'expired';

/**
 * An OpenID Connect provider on a port of this machine, for tests: discovery, authorization code with PKCE (S256), a token
 * endpoint with `client_secret_basic` or `_post`, and keys. Nobody is asked anything: whoever comes is `person`.
 */
export interface FakeOidcProvider {
  readonly settings: OidcSettings;
  /** Who comes next. */
  person: FakePerson;
  /** What is wrong with the tokens from now on. */
  fault: FakeFault | undefined;
  close(): Promise<void>;
}

const CLIENT = { clientId: 'pandu', clientSecret: 'rahasia-penyedia' };
const MINUTE_S = 60;
const KEY_ID = 'one';

interface Grant {
  readonly nonce: string;
  readonly challenge: string;
  readonly redirect: string;
  readonly person: FakePerson;
}

export async function startFakeOidcProvider(person: FakePerson): Promise<FakeOidcProvider> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const others = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const grants = new Map<string, Grant>();
  const server = createServer((request, response) => {
    void answer(request, response).catch((fault: unknown) => response.writeHead(500).end(String(fault)));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const provider: FakeOidcProvider = {
    settings: { issuer, ...CLIENT, name: 'Penyedia' },
    person,
    fault: undefined,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', issuer);
    if (url.pathname === '/.well-known/openid-configuration') sendJson(response, describeProvider(issuer));
    else if (url.pathname === '/jwks') sendJson(response, { keys: [publicKeyOf(keys.publicKey)] });
    else if (url.pathname === '/authorize') authorize(url, response);
    else if (url.pathname === '/token') await giveToken(request, response);
    else response.writeHead(404).end();
  }

  function authorize({ searchParams: asked }: URL, response: ServerResponse): void {
    const code = randomBytes(16).toString('base64url');
    const redirect = asked.get('redirect_uri') ?? '';
    const isRight =
      asked.get('client_id') === CLIENT.clientId &&
      asked.get('response_type') === 'code' &&
      asked.get('code_challenge_method') === 'S256' &&
      asked.get('scope')?.split(' ').includes('openid') === true;
    if (!isRight) return void response.writeHead(400).end();
    grants.set(code, {
      nonce: asked.get('nonce') ?? '',
      challenge: asked.get('code_challenge') ?? '',
      redirect,
      person: provider.person,
    });
    const back = new URL(redirect);
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked.get('state') ?? '');
    response.writeHead(302, { Location: back.href }).end();
  }

  async function giveToken(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sent = new URLSearchParams(await text(request));
    const code = sent.get('code') ?? '';
    const grant = grants.get(code);
    grants.delete(code);
    const verifier = createHash('sha256')
      .update(sent.get('code_verifier') ?? '')
      .digest('base64url');
    const isRight =
      isClient(request, sent) && grant?.challenge === verifier && grant.redirect === sent.get('redirect_uri');
    if (!grant || !isRight) return void response.writeHead(400).end('{"error":"invalid_grant"}');
    const { fault } = provider;
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      ...grant.person,
      iss: fault === 'issuer' ? 'https://elsewhere.example.net' : issuer,
      aud: fault === 'audience' ? 'somebody-else' : CLIENT.clientId,
      nonce: fault === 'nonce' ? 'another' : grant.nonce,
      iat: now,
      exp: fault === 'expired' ? now - 10 * MINUTE_S : now + 5 * MINUTE_S,
    };
    const key = fault === 'signature' ? others.privateKey : keys.privateKey;
    sendJson(response, {
      access_token: 'akses',
      token_type: 'Bearer',
      expires_in: 5 * MINUTE_S,
      id_token: writeToken(claims, key),
    });
  }

  return provider;
}

function describeProvider(issuer: string): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  };
}

function isClient({ headers }: IncomingMessage, sent: URLSearchParams): boolean {
  const { clientId, clientSecret } = CLIENT;
  const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
  return (
    headers.authorization === basic ||
    (sent.get('client_id') === clientId && sent.get('client_secret') === clientSecret)
  );
}

function publicKeyOf(key: KeyObject): object {
  return { ...key.export({ format: 'jwk' }), kid: KEY_ID, alg: 'RS256', use: 'sig' };
}

function writeToken(claims: object, key: KeyObject): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: KEY_ID })}.${part(claims)}`;
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url')}`;
}

function sendJson(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
