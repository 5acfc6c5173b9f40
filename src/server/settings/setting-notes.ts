import type { SettingName } from './setting-schema.ts';

/** What a person who runs Pandu needs to know of one setting; README's table says the same. */
export interface SettingNote {
  /** The value in effect when the setting is absent or empty; '' means none. */
  readonly default: string;
  readonly meaning: string;
  readonly example: string;
}

/** All settings, in the order in which they are explained. */
export const SETTING_NOTES: Readonly<Record<SettingName, SettingNote>> = {
  PORT: {
    default: '4321',
    meaning: 'The port that the server listens on, 0–65535; 0 lets the system choose a free one.',
    example: '8080',
  },
  HOST: {
    default: '127.0.0.1',
    meaning: 'The address that the server listens on. 0.0.0.0 or :: opens it to other machines.',
    example: '0.0.0.0',
  },
  SITE_URL: {
    default: 'http://localhost:4321',
    meaning:
      'Where readers find the site: canonical links, the sitemap and feeds are made from it at build time.',
    example: 'https://bantuan.example.org',
  },
  DATA_DIR: {
    default: '.data',
    meaning: 'The folder for what a running server keeps, the database within Pandu among it.',
    example: '/var/lib/pandu',
  },
  DATABASE_URL: {
    default: '',
    meaning:
      'A PostgreSQL server to use in place of the database within Pandu; PANDU_SEARCH=postgres needs pgvector on it.',
    example: 'postgres://pandu@localhost:5432/pandu',
  },
  PANDU_CONVERSATION_DAYS: {
    default: '30',
    meaning:
      'How long a conversation is kept after its last message, in days, 1–3650; then it is removed for good.',
    example: '7',
  },
  PANDU_DESK: {
    default: 'on',
    meaning:
      'Whether readers can write to agents (tickets), and agents answer at /agent/; off leaves the ways of the operators.',
    example: 'off',
  },
  PANDU_TICKET_DAYS: {
    default: '365',
    meaning: 'How long a ticket is kept after its last change, in days, 1–3650; then it is removed for good.',
    example: '180',
  },
  PANDU_AUDIT_DAYS: {
    default: '365',
    meaning:
      'How long the record of what agents did is kept, in days, 30–3650; by default as long as a ticket, so that misuse can be traced while what was misused is there.',
    example: '730',
  },
  PANDU_BACKUPS: {
    default: '7',
    meaning:
      'So many daily backups of the database within Pandu are kept, 0–365; 0 makes none. A PostgreSQL server has backups of its own.',
    example: '14',
  },
  PANDU_BACKUP_DIR: {
    default: '',
    meaning: 'The folder for backups; without one it is backup in DATA_DIR. Better on another disk.',
    example: '/mnt/backup/pandu',
  },
  SMTP_URL: {
    default: '',
    meaning:
      'The mail server that answers are sent through; without one they stand only on the page of the ticket.',
    example: 'smtp://user:password@mail.example.org:587',
  },
  MAIL_FROM: {
    default: '',
    meaning: 'The mailbox that mail is sent from and answered to; needed with SMTP_URL.',
    example: 'Bantuan <bantuan@example.org>',
  },
  IMAP_URL: {
    default: '',
    meaning: 'The mailbox that answers and new requests by mail are read from.',
    example: 'imaps://user:password@mail.example.org/INBOX',
  },
  OIDC_ISSUER: {
    default: '',
    meaning: 'An OpenID Connect provider that agents may sign in with, by its issuer.',
    example: 'https://login.example.org',
  },
  OIDC_CLIENT_ID: { default: '', meaning: 'The client id there.', example: 'pandu' },
  OIDC_CLIENT_SECRET: { default: '', meaning: 'The client secret there.', example: 'example-secret' },
  OIDC_NAME: {
    default: 'OpenID Connect',
    meaning: 'What the button for it says.',
    example: 'Akun kantor',
  },
  PANDU_HANDOFF: {
    default: 'desk',
    meaning: 'Where tickets are answered: desk (here, at /agent/), chatwoot or zammad.',
    example: 'zammad',
  },
  CHATWOOT_URL: { default: '', meaning: 'The address of Chatwoot.', example: 'https://chat.example.org' },
  CHATWOOT_ACCOUNT: { default: '', meaning: 'The number of the account there.', example: '1' },
  CHATWOOT_INBOX: { default: '', meaning: 'The number of an inbox of the kind API there.', example: '3' },
  CHATWOOT_TOKEN: { default: '', meaning: 'The access token of an agent there.', example: 'example-token' },
  ZAMMAD_URL: { default: '', meaning: 'The address of Zammad.', example: 'https://tickets.example.org' },
  ZAMMAD_TOKEN: {
    default: '',
    meaning: 'An access token there with the right ticket.agent.',
    example: 'example-token',
  },
  ZAMMAD_GROUP: { default: 'Users', meaning: 'The group that gets the tickets there.', example: 'Bantuan' },
  PANDU_WEBHOOK_URLS: {
    default: '',
    meaning: 'Addresses that are told of what happens to tickets, joined by commas (Standard Webhooks).',
    example: 'https://hooks.example.org/pandu',
  },
  PANDU_WEBHOOK_SECRET: {
    default: '',
    meaning: 'What webhooks are signed with; needed with PANDU_WEBHOOK_URLS.',
    example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  },
  PANDU_WEBHOOK_NETWORKS: {
    default: '',
    meaning: 'Private networks that webhooks and desks elsewhere may be in; all others within are refused.',
    example: '10.0.0.0/8',
  },
  PANDU_SEARCH: {
    default: 'files',
    meaning:
      'Where the server searches: files (the index that browsers use as well) or postgres (the database, for many thousands of guides).',
    example: 'postgres',
  },
  PANDU_EMBEDDER: {
    default: 'static',
    meaning:
      'What compares meanings in search: static (the model in the repository), transformer (a local ONNX model), openai (an OpenAI-compatible server) or none (words alone).',
    example: 'none',
  },
  PANDU_TRANSFORMER_MODEL: {
    default: 'Xenova/multilingual-e5-small',
    meaning: 'The ONNX model for PANDU_EMBEDDER=transformer: a folder, or a name on the Hugging Face hub.',
    example: '/srv/models/multilingual-e5-small',
  },
  PANDU_TRANSFORMER_HUB: {
    default: 'https://huggingface.co',
    meaning:
      'Where a model named by PANDU_TRANSFORMER_MODEL is fetched from: the public hub or a mirror of it.',
    example: 'https://models.example.org',
  },
  PANDU_EMBEDDER_FALLBACK: {
    default: 'fail',
    meaning:
      'What happens when the transformer or openai model cannot be had: fail stops the build and leaves the old one in place, static goes on with the model in the repository.',
    example: 'static',
  },
  OPENAI_API_KEY: {
    default: '',
    meaning: 'The key for the OpenAI-compatible server; many local servers need none.',
    example: 'sk-example',
  },
  OPENAI_BASE_URL: {
    default: 'https://api.openai.com/v1',
    meaning: 'The address of the OpenAI-compatible server.',
    example: 'http://localhost:8000/v1',
  },
  OPENAI_EMBEDDING_MODEL: {
    default: 'text-embedding-3-small',
    meaning: 'The embedding model to ask that server for.',
    example: 'multilingual-e5-small',
  },
  OPENAI_MODEL: {
    default: '',
    meaning:
      'The language model that words the replies of the diagnosis and drafts for agents; without one they come from the guides themselves.',
    example: 'gpt-4.1-mini',
  },
  PANDU_LLM: {
    default: 'on',
    meaning:
      'Whether the language model may be asked. A file named language-model-off in DATA_DIR stops it at once, without a restart.',
    example: 'off',
  },
  PANDU_LLM_SECONDS: {
    default: '20',
    meaning:
      'Seconds that the language model has for a reply, retries included, 1–300; the first word must come within half of it.',
    example: '60',
  },
  PANDU_LLM_TOKENS_PER_DAY: {
    default: '2000000',
    meaning:
      'Tokens, in and out, that readers, and up to a quarter agents’ drafts, may spend in a day (UTC); 0 spends none. Times the price of a token, the most a day can cost.',
    example: '500000',
  },
  PANDU_LLM_TOKENS_PER_CONVERSATION: {
    default: '40000',
    meaning: 'Tokens, in and out, that one conversation may spend, and the drafts for one ticket.',
    example: '10000',
  },
  PANDU_RATE_LIMITS: {
    default: 'on',
    meaning:
      'Whether a client that asks too fast is told to wait; off works only on a loopback HOST, for load tests.',
    example: 'on',
  },
  PANDU_TRUSTED_PROXIES: {
    default: '127.0.0.0/8, ::1/128',
    meaning:
      'The proxies in front of the server, as addresses or networks; only their X-Forwarded-For says who a client is.',
    example: '127.0.0.1, 10.0.0.0/8',
  },
};
