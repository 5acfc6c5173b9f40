export type { Connector } from './connector.ts';
export { chatwootConnector, type ChatwootSettings } from './chatwoot-connector.ts';
export { zammadConnector, type ZammadSettings } from './zammad-connector.ts';
export { openHandOver, type HandOver } from './hand-over.ts';
