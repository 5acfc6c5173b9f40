import type { z } from 'zod';
import { SETTING_NOTES } from './setting-notes.ts';
import { settingSchema, type SettingName } from './setting-schema.ts';
import { findClashes } from './find-clashes.ts';
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
  readonly desk: DeskSettings;
  readonly mail: MailSettings;
  readonly handoff: HandoffSettings;
  /** The database within Pandu is copied to `folder` once a day; '' is `backup` in `dataDir`. */
  readonly backups: { readonly kept: number; readonly folder: string };
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

/** Whether readers can write to agents here, and how agents may sign in. */
export interface DeskSettings {
  readonly isOn: boolean;
  /** A ticket is kept so long after its last change. */
  readonly ticketDays: number;
  /** What agents did is on record so long. */
  readonly auditDays: number;
  /** `issuer` '' leaves agents to their passwords. */
  readonly oidc: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly name: string;
  };
}

/** How mail leaves and arrives; '' for what there is not. */
export interface MailSettings {
  readonly smtpUrl: string;
  readonly from: string;
  readonly imapUrl: string;
}

/** Who else is told of tickets. */
export interface HandoffSettings {
  readonly to: 'desk' | 'chatwoot' | 'zammad';
  readonly chatwoot: {
    readonly url: string;
    readonly account: string;
    readonly inbox: string;
    readonly token: string;
  };
  readonly zammad: { readonly url: string; readonly token: string; readonly group: string };
  readonly webhooks: { readonly urls: readonly string[]; readonly secret: string };
  /** Private networks, in CIDR form, that may be asked all the same. */
  readonly networks: readonly string[];
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
    desk: {
      isOn: values.PANDU_DESK === 'on',
      ticketDays: values.PANDU_TICKET_DAYS,
      auditDays: values.PANDU_AUDIT_DAYS,
      oidc: {
        issuer: values.OIDC_ISSUER,
        clientId: values.OIDC_CLIENT_ID,
        clientSecret: values.OIDC_CLIENT_SECRET,
        name: values.OIDC_NAME,
      },
    },
    mail: { smtpUrl: values.SMTP_URL, from: values.MAIL_FROM, imapUrl: values.IMAP_URL },
    handoff: {
      to: values.PANDU_HANDOFF,
      chatwoot: {
        url: values.CHATWOOT_URL,
        account: values.CHATWOOT_ACCOUNT,
        inbox: values.CHATWOOT_INBOX,
        token: values.CHATWOOT_TOKEN,
      },
      zammad: { url: values.ZAMMAD_URL, token: values.ZAMMAD_TOKEN, group: values.ZAMMAD_GROUP },
      webhooks: { urls: values.PANDU_WEBHOOK_URLS, secret: values.PANDU_WEBHOOK_SECRET },
      networks: values.PANDU_WEBHOOK_NETWORKS,
    },
    backups: { kept: values.PANDU_BACKUPS, folder: values.PANDU_BACKUP_DIR },
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

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host);
}
