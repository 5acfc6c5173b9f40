// All of the assistant may ship to a browser: it is one state machine over plain data.
export {
  beginConversation,
  LONGEST_MESSAGE,
  otherParts,
  saidTexts,
  type Conversation,
} from './conversation.ts';
export { readConversation, writeConversation } from './keep-conversation.ts';
export { receiveText } from './receive-text.ts';
export { choose } from './choose.ts';
export { findWords, type WordSearch } from './find-words.ts';
export { candidatesOf, nextMove, type Move } from './next-move.ts';
export { answeredSigns, type AnsweredSign } from './answered-signs.ts';
export { writePacket, type Packet } from './packet.ts';
export { readRegister } from './speech.ts';
export { wordingOf, type Register, type Status } from './status.ts';
export type { Safety } from './safety.ts';
export { openKnowledge, type Knowledge, type KnowledgeData } from './knowledge.ts';
export type { UrgentData } from './open-safety.ts';
