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
      'The language model that words the replies of the diagnosis; without one they come from the guides themselves.',
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
      'Tokens, in and out, that all readers together may spend in a day (UTC); 0 spends none. Times the price of a token, this is the most a day can cost.',
    example: '500000',
  },
  PANDU_LLM_TOKENS_PER_CONVERSATION: {
    default: '40000',
    meaning: 'Tokens, in and out, that one conversation may spend.',
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
