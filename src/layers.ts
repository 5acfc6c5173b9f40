/**
 * The folders of `src/`, each of which may import only itself and folders above it.
 * `layers.test.ts` holds this order.
 */
export const LAYERS = [
  'core/article',
  'core/copy',
  'core/search',
  'core/diagnosis',
  'server/settings',
  'server/content',
  'server/embedder',
  'server/search',
  'server/evaluation',
  'server/release',
  'server/build',
  'server/api',
  'server/bench',
  'client',
  'i18n',
  'components',
  'layouts',
  'pages',
  'e2e',
] as const;

/** Pairs that never import one another, whatever their order. */
export const STRANGERS = [['server', 'client']] as const;
