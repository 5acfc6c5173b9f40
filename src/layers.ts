/**
 * The folders of `src/`, each of which may import only itself and folders above it.
 * `layers.test.ts` holds this order.
 */
export const LAYERS = [
  'core/article',
  'core/copy',
  'core/text',
  'core/search',
  'core/safety',
  'core/diagnosis',
  'core/ladder',
  'core/assistant',
  'core/wording',
  'core/ticket',
  'server/settings',
  'server/lock',
  'server/random',
  'server/secret',
  'server/database',
  'server/outbox',
  'server/language-model',
  'server/content',
  'server/embedder',
  'server/search',
  'server/conversation',
  'server/attachment',
  'server/ticket',
  'server/agent',
  'server/mail',
  'server/outward',
  'server/webhook',
  'server/connector',
  'server/privacy',
  'server/evaluation',
  'server/kb',
  'server/model',
  'server/release',
  'server/build',
  'server/api',
  'server/bench',
  'client/search',
  'client/agent',
  'client/guide',
  'client/markup',
  'client/sending',
  'client/inbox',
  'client/diagnosis',
  'client/ticket',
  'client/widget',
  'client/contact-check',
  'client/offline',
  'i18n',
  'components',
  'layouts',
  'pages',
  'e2e',
] as const;

/** Folders without a door: each of their files is one text, one part of a page or one page. */
export const OPEN_FOLDERS = ['i18n', 'components', 'layouts'] as const;

/** Pairs that never import one another, whatever their order. */
export const STRANGERS = [['server', 'client']] as const;
