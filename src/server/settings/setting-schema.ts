import { isIP } from 'node:net';
import { z } from 'zod';

const LARGEST_PORT = 65_535;
const LONGEST_SECONDS = 300;
const LONGEST_DAYS = 3_650;
const MOST_TOKENS = 1_000_000_000;
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

function webAddress() {
  return z
    .string()
    .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), {
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
