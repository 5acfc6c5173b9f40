export * from './browser.ts';
// What a language model needs stays on the server.
export { splitSentences, takeSentences } from './split-sentences.ts';
export { chooseDraftPassages, choosePassages, type SourcePassage } from './passage.ts';
export { writePrompt, type Prompt } from './write-prompt.ts';
export { draftReply, type DroppedFor, type ReplyDraft } from './draft-reply.ts';
export { MOST_TURNS, writeDraftPrompt, type TicketTurn } from './write-draft-prompt.ts';
