import type { Settings } from './read-settings.ts';
import { SETTING_NOTES } from './setting-notes.ts';
import type { SettingName } from './setting-schema.ts';
import type { SettingProblem } from './settings-error.ts';

/** Settings that are fine one by one but not together. */
export function findClashes(settings: Settings): SettingProblem[] {
  return [...findUnsafe(settings), ...findKeyless(settings), ...findIncomplete(settings)];
}

function findUnsafe({ rateLimits, isLoopback }: Settings): SettingProblem[] {
  if (rateLimits || isLoopback) return [];
  const problem =
    'can be off only while HOST is a loopback address such as 127.0.0.1; it is there for load tests.';
  return [{ name: 'PANDU_RATE_LIMITS', problem, example: 'on' }];
}

function findKeyless({ embedder, openai, languageModel }: Settings): SettingProblem[] {
  const asking = [
    ...(embedder === 'openai' ? ['PANDU_EMBEDDER=openai'] : []),
    ...(languageModel.model === '' ? [] : ['OPENAI_MODEL']),
  ];
  const isNeeded = openai.apiKey === '' && openai.baseUrl === SETTING_NOTES.OPENAI_BASE_URL.default;
  if (asking.length === 0 || !isNeeded) return [];
  const problem = `is needed for ${asking.join(' and ')}, unless OPENAI_BASE_URL names a server that asks for no key.`;
  return [{ name: 'OPENAI_API_KEY', problem, example: SETTING_NOTES.OPENAI_API_KEY.example }];
}

/** What is needed by another setting, and is not there. */
function findIncomplete({ mail, desk, handoff }: Settings): SettingProblem[] {
  const { chatwoot, zammad, webhooks } = handoff;
  const needs: readonly (readonly [isWanted: boolean, by: string, given: string, name: SettingName])[] = [
    [mail.smtpUrl !== '', 'SMTP_URL', mail.from, 'MAIL_FROM'],
    [mail.imapUrl !== '', 'IMAP_URL', mail.from, 'MAIL_FROM'],
    [desk.oidc.issuer !== '', 'OIDC_ISSUER', desk.oidc.clientId, 'OIDC_CLIENT_ID'],
    [desk.oidc.issuer !== '', 'OIDC_ISSUER', desk.oidc.clientSecret, 'OIDC_CLIENT_SECRET'],
    [webhooks.urls.length > 0, 'PANDU_WEBHOOK_URLS', webhooks.secret, 'PANDU_WEBHOOK_SECRET'],
    [handoff.to === 'chatwoot', 'PANDU_HANDOFF=chatwoot', chatwoot.url, 'CHATWOOT_URL'],
    [handoff.to === 'chatwoot', 'PANDU_HANDOFF=chatwoot', chatwoot.account, 'CHATWOOT_ACCOUNT'],
    [handoff.to === 'chatwoot', 'PANDU_HANDOFF=chatwoot', chatwoot.inbox, 'CHATWOOT_INBOX'],
    [handoff.to === 'chatwoot', 'PANDU_HANDOFF=chatwoot', chatwoot.token, 'CHATWOOT_TOKEN'],
    [handoff.to === 'zammad', 'PANDU_HANDOFF=zammad', zammad.url, 'ZAMMAD_URL'],
    [handoff.to === 'zammad', 'PANDU_HANDOFF=zammad', zammad.token, 'ZAMMAD_TOKEN'],
  ];
  return needs.flatMap(([isWanted, by, given, name]) =>
    isWanted && given === ''
      ? [{ name, problem: `is needed for ${by}.`, example: SETTING_NOTES[name].example }]
      : [],
  );
}
