export { openConversationStore, type ConversationStore } from './conversation-store.ts';
export { openConversations, type Conversations } from './conversations.ts';
export type { ConversationParts, Repeatable } from './conversation-parts.ts';
export type { Begun, Opening } from './begin.ts';
export type { Step, Taken } from './take.ts';
export type { Credentials, KeptConversation, Outcome } from './kept-conversation.ts';
export { ID_FORM, SECRET_FORM } from '../secret/index.ts';
export type { Deed } from './carry-out.ts';
export {
  createVoice,
  type ConversationView,
  type ConversationVoice,
  type SpokenPart,
  type VoiceParts,
} from './conversation-voice.ts';
export { loadKnowledgeData } from './load-knowledge.ts';
