// All of the assistant may ship to a browser: it is one state machine over plain data.
export {
  addTurn,
  beginConversation,
  cutText,
  isWithPerson,
  LONGEST_MESSAGE,
  maySpeak,
  otherParts,
  RATINGS,
  saidTexts,
  type Conversation,
  type Rating,
  type Turn,
} from './conversation.ts';
export { readConversation, writeConversation } from './keep-conversation.ts';
export { receiveText } from './receive-text.ts';
export { choose, type Choice } from './choose.ts';
export { findWords, type WordSearch } from './find-words.ts';
export { candidatesOf, nextMove, type Move } from './next-move.ts';
export { answeredSigns, type AnsweredSign } from './answered-signs.ts';
export { outcomeOf, type ConversationOutcome } from './outcome-of.ts';
export { writeChronology } from './chronology.ts';
export { writePacket, type Packet } from './packet.ts';
export {
  changePart,
  findPart,
  LEAVABLE,
  writeDevice,
  writeOpening,
  writeSubject,
  type LeavablePart,
} from './packet-parts.ts';
export { problemOf } from './problem-of.ts';
export { readStory } from './story.ts';
export { summarise, type Summary } from './summarise.ts';
export { readRegister } from './speech.ts';
export { STATUSES, wordingOf, type Register, type Status } from './status.ts';
export type { Safety } from './safety.ts';
export { openKnowledge, type Knowledge, type KnowledgeData } from './knowledge.ts';
export { readInOneLanguage, writeInOneLanguage } from './one-language.ts';
export type { UrgentData } from './open-safety.ts';
export type { EscalationPolicy } from './escalation-policy.ts';
export type { ChannelKey, HandoffReason, OfferReason } from './reasons.ts';
export type { OpenIncident, Surroundings } from './surroundings.ts';
