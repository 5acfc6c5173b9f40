import { isIP } from 'node:net';
import { z } from 'zod';

const LARGEST_PORT = 65_535;
const LONGEST_SECONDS = 300;
const LONGEST_DAYS = 3_650;
/** Within less, misuse could be forgotten before anybody looks for it. */
const SHORTEST_AUDIT_DAYS = 30;
const MOST_BACKUPS = 365;
const MOST_TOKENS = 1_000_000_000;
const MAILBOX = /^(?:[^<>\r\n"]{0,80}<)?[^\s<>@,;:"]+@[a-z0-9.-]+>?$/i;
const HOST_NAME = /^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)*$/i;

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'is not a port: a whole number from 0 to 65535')
  .transform(Number)
  .refine((value) => value <= LARGEST_PORT, 'is not a port: a whole number from 0 to 65535');

const host = z
  .string()
  .refine(
    (value) => isIP(value) > 0 || HOST_NAME.test(value),
    'is not an address or host name; give it without http:// and without a port',
  );

const siteUrl = webAddress().refine(
  (value) => value === new URL(value).origin,
  'has more than scheme, host and port; Pandu stands at the top of a host',
);

const proxies = z
  .string()
  .transform((value) => value.split(',').map((part) => part.trim()))
  .refine((parts) => parts.every(isNetwork), 'is not a list of addresses or networks, joined by commas');

/** How each setting is read from its text; `setting-notes.ts` explains them. */
export const settingSchema = z.object({
  PORT: port,
  HOST: host,
  SITE_URL: siteUrl,
  DATA_DIR: z.string(),
  DATABASE_URL: z
    .string()
    .refine(
      (value) => value === '' || (URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol)),
      'is not an address that begins with postgres:// or postgresql://',
    ),
  PANDU_CONVERSATION_DAYS: wholeNumber(1, LONGEST_DAYS),
  PANDU_DESK: z.enum(['on', 'off'], { error: 'is neither on nor off' }),
  PANDU_TICKET_DAYS: wholeNumber(1, LONGEST_DAYS),
  PANDU_AUDIT_DAYS: wholeNumber(SHORTEST_AUDIT_DAYS, LONGEST_DAYS),
  PANDU_BACKUPS: wholeNumber(0, MOST_BACKUPS),
  PANDU_BACKUP_DIR: z.string(),
  SMTP_URL: serviceAddress('smtp'),
  MAIL_FROM: z
    .string()
    .refine(
      (value) => value === '' || MAILBOX.test(value),
      'is not a mailbox such as Bantuan <bantuan@example.org>',
    ),
  IMAP_URL: serviceAddress('imap'),
  OIDC_ISSUER: optionalWebAddress(),
  OIDC_CLIENT_ID: z.string(),
  OIDC_CLIENT_SECRET: z.string(),
  OIDC_NAME: z.string(),
  PANDU_HANDOFF: z.enum(['desk', 'chatwoot', 'zammad'], { error: 'is none of desk, chatwoot, zammad' }),
  CHATWOOT_URL: optionalWebAddress(),
  CHATWOOT_ACCOUNT: z.string().regex(/^\d*$/, 'is not the number of an account'),
  CHATWOOT_INBOX: z.string().regex(/^\d*$/, 'is not the number of an inbox'),
  CHATWOOT_TOKEN: z.string(),
  ZAMMAD_URL: optionalWebAddress(),
  ZAMMAD_TOKEN: z.string(),
  ZAMMAD_GROUP: z.string(),
  PANDU_WEBHOOK_URLS: z
    .string()
    .transform((value) => value.split(/[\s,]+/).filter((part) => part !== ''))
    .refine((parts) => parts.every(isWebAddress), 'is not a list of http(s) addresses, joined by commas'),
  PANDU_WEBHOOK_SECRET: z
    .string()
    .regex(/^(whsec_[A-Za-z0-9+/]{32,}={0,2})?$/, 'is not whsec_ and at least 24 bytes in base64'),
  PANDU_WEBHOOK_NETWORKS: z
    .string()
    .transform((value) => value.split(',').flatMap((part) => part.trim() || []))
    .refine((parts) => parts.every(isNetwork), 'is not a list of addresses or networks, joined by commas'),
  PANDU_SEARCH: z.enum(['files', 'postgres'], { error: 'is neither files nor postgres' }),
  PANDU_EMBEDDER: z.enum(['static', 'transformer', 'openai', 'none'], {
    error: 'is none of static, transformer, openai, none',
  }),
  PANDU_TRANSFORMER_MODEL: z.string(),
  PANDU_TRANSFORMER_HUB: webAddress(),
  PANDU_EMBEDDER_FALLBACK: z.enum(['static', 'fail'], { error: 'is neither static nor fail' }),
  OPENAI_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]*$/, 'holds a space, a line end or a character outside ASCII'),
  OPENAI_BASE_URL: webAddress(),
  OPENAI_EMBEDDING_MODEL: z.string(),
  OPENAI_MODEL: z.string().regex(/^[\x21-\x7e]*$/, 'holds a space, a line end or a character outside ASCII'),
  PANDU_LLM: z.enum(['on', 'off'], { error: 'is neither on nor off' }),
  PANDU_LLM_SECONDS: wholeNumber(1, LONGEST_SECONDS),
  PANDU_LLM_TOKENS_PER_DAY: wholeNumber(0, MOST_TOKENS),
  PANDU_LLM_TOKENS_PER_CONVERSATION: wholeNumber(0, MOST_TOKENS),
  PANDU_RATE_LIMITS: z.enum(['on', 'off'], { error: 'is neither on nor off' }),
  PANDU_TRUSTED_PROXIES: proxies,
});

export type SettingName = keyof typeof settingSchema.shape;

function wholeNumber(least: number, most: number) {
  const wrong = `is not a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,10}$/, { error: wrong, abort: true })
    .transform(Number)
    .refine((value) => value >= least && value <= most, wrong);
}

/** `smtp://user:password@host:587`; with s (`smtps`, `imaps`) the connection is encrypted from its first byte. */
function serviceAddress(kind: 'smtp' | 'imap') {
  return z
    .string()
    .refine(
      (value) =>
        value === '' ||
        (URL.canParse(value) &&
          [`${kind}:`, `${kind}s:`].includes(new URL(value).protocol) &&
          new URL(value).hostname !== ''),
      `is not an address that begins with ${kind}:// or ${kind}s://`,
    );
}

function optionalWebAddress() {
  return z
    .string()
    .refine(
      (value) => value === '' || isWebAddress(value),
      'is not an address that begins with http:// or https://',
    )
    .transform((value) => value.replace(/\/+$/, ''));
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function webAddress() {
  return z
    .string()
    .refine(isWebAddress, {
      error: 'is not an address that begins with http:// or https://',
      abort: true,
    })
    .transform((value) => value.replace(/\/+$/, ''));
}

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  if (bits < 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits);
}
