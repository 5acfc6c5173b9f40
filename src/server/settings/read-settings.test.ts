import { describe, expect, it } from 'vitest';
import { readSettings } from './read-settings.ts';
import { nameEmbedder } from './name-embedder.ts';
import { SETTING_NOTES } from './setting-notes.ts';
import { SettingsError } from './settings-error.ts';

describe('readSettings', () => {
  it('runs without any setting', () => {
    expect(readSettings({})).toMatchObject({
      port: 4321,
      host: '127.0.0.1',
      isLoopback: true,
      siteUrl: 'http://localhost:4321',
      isSiteUrlGiven: false,
      embedder: 'static',
      rateLimits: true,
      trustedProxies: ['127.0.0.0/8', '::1/128'],
    });
  });

  it('takes an empty or blank value as absent', () => {
    expect(readSettings({ PORT: '', HOST: '  ' })).toEqual(readSettings({}));
  });

  it.each([
    ['PORT', '8080', { port: 8080 }],
    ['PORT', '0', { port: 0 }],
    ['HOST', '0.0.0.0', { host: '0.0.0.0', isLoopback: false }],
    ['HOST', '::1', { host: '::1', isLoopback: true }],
    ['HOST', 'localhost', { isLoopback: true }],
    [
      'SITE_URL',
      'https://bantuan.example.org/',
      { siteUrl: 'https://bantuan.example.org', isSiteUrlGiven: true },
    ],
    ['PANDU_EMBEDDER', 'none', { embedder: 'none' }],
    ['PANDU_CONVERSATION_DAYS', '3650', { conversationDays: 3650 }],
    [
      'PANDU_TRANSFORMER_HUB',
      'https://models.example.org/',
      { transformerHub: 'https://models.example.org' },
    ],
    ['PANDU_EMBEDDER_FALLBACK', 'static', { embedderFallback: 'static' }],
    ['PANDU_LLM', 'off', { languageModel: { isAllowed: false } }],
    ['PANDU_LLM_SECONDS', '60', { languageModel: { timeLimitMs: 60_000 } }],
    ['PANDU_LLM_TOKENS_PER_DAY', '0', { languageModel: { tokensPerDay: 0 } }],
    ['PANDU_LLM_TOKENS_PER_CONVERSATION', '500', { languageModel: { tokensPerConversation: 500 } }],
    ['PANDU_RATE_LIMITS', 'off', { rateLimits: false }],
    ['PANDU_TRUSTED_PROXIES', '10.0.0.0/8,::1', { trustedProxies: ['10.0.0.0/8', '::1'] }],
  ])('reads %s=%s', (name, value, expected) => {
    expect(readSettings({ [name]: value })).toMatchObject(expected);
  });

  it.each([
    ['PORT', 'abc'],
    ['PORT', '-1'],
    ['PORT', '70000'],
    ['PORT', '80.5'],
    ['HOST', 'http://example.org'],
    ['HOST', '127.0.0.1:80'],
    ['SITE_URL', 'example.org'],
    ['SITE_URL', 'ftp://example.org'],
    ['SITE_URL', 'https://example.org/bantuan'],
    ['SITE_URL', 'https://example.org?x=1'],
    ['PANDU_EMBEDDER', 'magic'],
    ['DATABASE_URL', 'localhost:5432'],
    ['PANDU_SEARCH', 'sqlite'],
    ['PANDU_CONVERSATION_DAYS', '0'],
    ['PANDU_CONVERSATION_DAYS', '3651'],
    ['PANDU_TRANSFORMER_HUB', 'models.example.org'],
    ['PANDU_EMBEDDER_FALLBACK', 'none'],
    ['OPENAI_BASE_URL', 'localhost:8000'],
    ['OPENAI_API_KEY', 'two words'],
    ['OPENAI_MODEL', 'two words'],
    ['PANDU_LLM', 'maybe'],
    ['PANDU_LLM_SECONDS', '0'],
    ['PANDU_LLM_SECONDS', '1.5'],
    ['PANDU_LLM_TOKENS_PER_DAY', '-1'],
    ['PANDU_LLM_TOKENS_PER_CONVERSATION', '9999999999'],
    ['PANDU_RATE_LIMITS', 'false'],
    ['PANDU_TRUSTED_PROXIES', '10.0.0.0/99'],
    ['PANDU_TRUSTED_PROXIES', 'proxy.example.org'],
  ])('stops at %s=%s with its name and an example, and does not repeat the value', (name, value) => {
    const error = catchSettingsError({ [name]: value });
    expect(error.problems.map((problem) => problem.name)).toEqual([name]);
    expect(error.message).toContain(`→ for example ${name}=`);
    expect(error.message).not.toContain(`=${value}\n`);
  });

  it('names all wrong settings at once', () => {
    const error = catchSettingsError({ PORT: 'x', PANDU_RATE_LIMITS: 'maybe' });
    expect(error.problems.map(({ name }) => name)).toEqual(['PORT', 'PANDU_RATE_LIMITS']);
  });

  it('does not let rate limits be off where others can reach the server', () => {
    expect(catchSettingsError({ PANDU_RATE_LIMITS: 'off', HOST: '0.0.0.0' }).message).toMatch(/loopback/);
  });

  it('asks for a key only for the server that needs one', () => {
    expect(catchSettingsError({ PANDU_EMBEDDER: 'openai' }).problems[0]?.name).toBe('OPENAI_API_KEY');
    const local = { PANDU_EMBEDDER: 'openai', OPENAI_BASE_URL: 'http://localhost:8000/v1' };
    expect(readSettings(local).openai.baseUrl).toBe('http://localhost:8000/v1');
    expect(catchSettingsError({ OPENAI_MODEL: 'some-model' }).message).toMatch(/is needed for OPENAI_MODEL/);
    expect(readSettings({ ...local, OPENAI_MODEL: 'some-model' }).languageModel.model).toBe('some-model');
  });

  it.each(Object.entries(SETTING_NOTES))('gives an example for %s that works', (name, { example }) => {
    // A model beside the default server needs a key.
    const local = { OPENAI_BASE_URL: 'http://localhost:8000/v1', ...COMPANIONS[name] };
    expect(() => readSettings({ ...local, [name]: example })).not.toThrow();
  });
});

function catchSettingsError(env: Record<string, string>): SettingsError {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) return error;
    throw error;
  }
  throw new Error('The settings were accepted.');
}

describe('nameEmbedder', () => {
  it('changes with everything that changes the vectors', () => {
    const openai = { PANDU_EMBEDDER: 'openai', OPENAI_BASE_URL: 'http://localhost:8000/v1' };
    const transformer = { PANDU_EMBEDDER: 'transformer' };
    const names = [
      {},
      { PANDU_EMBEDDER: 'none' },
      transformer,
      { ...transformer, PANDU_TRANSFORMER_MODEL: '/srv/model' },
      { ...transformer, PANDU_EMBEDDER_FALLBACK: 'static' },
      openai,
      { ...openai, OPENAI_EMBEDDING_MODEL: 'other' },
      { ...openai, OPENAI_BASE_URL: 'http://localhost:9000/v1' },
    ].map((env) => nameEmbedder(readSettings(env)));
    expect(new Set(names).size).toBe(names.length);
  });
});

/** What a setting needs beside it, by other examples. */
const COMPANIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  SMTP_URL: { MAIL_FROM: 'bantuan@example.org' },
  IMAP_URL: { MAIL_FROM: 'bantuan@example.org' },
  OIDC_ISSUER: { OIDC_CLIENT_ID: 'pandu', OIDC_CLIENT_SECRET: 'example-secret' },
  PANDU_HANDOFF: { ZAMMAD_URL: 'https://tickets.example.org', ZAMMAD_TOKEN: 'example-token' },
  PANDU_WEBHOOK_URLS: { PANDU_WEBHOOK_SECRET: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' },
};

describe('settings that need one another', () => {
  it.each([
    [{ SMTP_URL: 'smtp://mail.example.org' }, 'MAIL_FROM'],
    [{ PANDU_HANDOFF: 'chatwoot' }, 'CHATWOOT_URL'],
    [{ PANDU_HANDOFF: 'zammad', ZAMMAD_URL: 'https://tickets.example.org' }, 'ZAMMAD_TOKEN'],
    [{ OIDC_ISSUER: 'https://login.example.org' }, 'OIDC_CLIENT_ID'],
    [{ PANDU_WEBHOOK_URLS: 'https://hooks.example.org' }, 'PANDU_WEBHOOK_SECRET'],
  ])('names what %o lacks', (given, lacking) => {
    expect(() => readSettings(given)).toThrow(lacking);
  });

  it.each([
    [{ SMTP_URL: 'http://mail.example.org' }],
    [{ MAIL_FROM: 'nobody' }],
    [{ MAIL_FROM: 'a@example.org\r\nBcc: b@example.org' }],
    [
      {
        PANDU_WEBHOOK_URLS: 'ftp://hooks.example.org',
        PANDU_WEBHOOK_SECRET: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      },
    ],
    [{ PANDU_WEBHOOK_SECRET: 'short' }],
    [{ PANDU_BACKUPS: '-1' }],
  ])('refuses %o', (given) => {
    expect(() => readSettings(given)).toThrow(Object.keys(given)[0] ?? '');
  });
});
