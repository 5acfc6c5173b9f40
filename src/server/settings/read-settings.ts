import type { z } from 'zod';
import { SETTING_NOTES } from './setting-notes.ts';
import { settingSchema, type SettingName } from './setting-schema.ts';
import { SettingsError, type SettingProblem } from './settings-error.ts';

/** The settings of one run, checked. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Only this machine can reach `host`. */
  readonly isLoopback: boolean;
  /** Scheme, host and port, without a slash at the end. */
  readonly siteUrl: string;
  /** False when `siteUrl` is the default, which suits nobody but the person at this machine. */
  readonly isSiteUrlGiven: boolean;
  readonly dataDir: string;
  /** '' uses the database within the process. */
  readonly databaseUrl: string;
  /** A conversation is kept so long after its last message. */
  readonly conversationDays: number;
  readonly search: 'files' | 'postgres';
  readonly embedder: 'static' | 'transformer' | 'openai' | 'none';
  readonly openai: { readonly apiKey: string; readonly baseUrl: string; readonly embeddingModel: string };
  readonly languageModel: LanguageModelSettings;
  /** A folder, or a name on the Hugging Face hub. */
  readonly transformerModel: string;
  /** Where a model is fetched from by its name. */
  readonly transformerHub: string;
  /** What follows when the transformer or openai model cannot be had. */
  readonly embedderFallback: 'static' | 'fail';
  readonly rateLimits: boolean;
  /** Addresses or networks in CIDR form. */
  readonly trustedProxies: readonly string[];
}

/** Whether and how far a language model words replies. */
export interface LanguageModelSettings {
  /** '' leaves the replies to the guides. */
  readonly model: string;
  readonly isAllowed: boolean;
  /** For one reply, retries included. */
  readonly timeLimitMs: number;
  readonly tokensPerDay: number;
  readonly tokensPerConversation: number;
}

const MS_PER_SECOND = 1000;

/**
 * Reads the settings from environment variables; one that is absent or empty takes its default.
 * @throws {SettingsError} that names every wrong one.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.entries(SETTING_NOTES).map(([name, note]) => [
    name,
    env[name]?.trim() || note.default,
  ]);
  const read = settingSchema.safeParse(Object.fromEntries(given));
  if (!read.success) throw new SettingsError(listProblems(read.error));
  const values = read.data;
  const settings: Settings = {
    port: values.PORT,
    host: values.HOST,
    isLoopback: isLoopback(values.HOST),
    siteUrl: values.SITE_URL,
    isSiteUrlGiven: Boolean(env['SITE_URL']?.trim()),
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL,
    conversationDays: values.PANDU_CONVERSATION_DAYS,
    search: values.PANDU_SEARCH,
    embedder: values.PANDU_EMBEDDER,
    openai: {
      apiKey: values.OPENAI_API_KEY,
      baseUrl: values.OPENAI_BASE_URL,
      embeddingModel: values.OPENAI_EMBEDDING_MODEL,
    },
    languageModel: {
      model: values.OPENAI_MODEL,
      isAllowed: values.PANDU_LLM === 'on',
      timeLimitMs: values.PANDU_LLM_SECONDS * MS_PER_SECOND,
      tokensPerDay: values.PANDU_LLM_TOKENS_PER_DAY,
      tokensPerConversation: values.PANDU_LLM_TOKENS_PER_CONVERSATION,
    },
    transformerModel: values.PANDU_TRANSFORMER_MODEL,
    transformerHub: values.PANDU_TRANSFORMER_HUB,
    embedderFallback: values.PANDU_EMBEDDER_FALLBACK,
    rateLimits: values.PANDU_RATE_LIMITS === 'on',
    trustedProxies: values.PANDU_TRUSTED_PROXIES,
  };
  const clashes = findClashes(settings);
  if (clashes.length > 0) throw new SettingsError(clashes);
  return settings;
}

function listProblems({ issues }: z.ZodError): SettingProblem[] {
  return issues.map(({ path, message }) => {
    // The schema has no other keys than the names of settings.
    const name = path[0] as SettingName;
    return { name, problem: `${message}.`, example: SETTING_NOTES[name].example };
  });
}

/** Settings that are fine one by one but not together. */
function findClashes({
  isLoopback,
  rateLimits,
  embedder,
  openai,
  languageModel,
}: Settings): SettingProblem[] {
  const problems: SettingProblem[] = [];
  if (!rateLimits && !isLoopback) {
    problems.push({
      name: 'PANDU_RATE_LIMITS',
      problem:
        'can be off only while HOST is a loopback address such as 127.0.0.1; it is there for load tests.',
      example: 'on',
    });
  }
  const asking = [
    ...(embedder === 'openai' ? ['PANDU_EMBEDDER=openai'] : []),
    ...(languageModel.model === '' ? [] : ['OPENAI_MODEL']),
  ];
  if (asking.length > 0 && openai.apiKey === '' && openai.baseUrl === SETTING_NOTES.OPENAI_BASE_URL.default) {
    problems.push({
      name: 'OPENAI_API_KEY',
      problem: `is needed for ${asking.join(' and ')}, unless OPENAI_BASE_URL names a server that asks for no key.`,
      example: SETTING_NOTES.OPENAI_API_KEY.example,
    });
  }
  return problems;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host);
}
