import type { DiagnosisModel } from '../diagnosis/browser.ts';
import type { Conversation } from './conversation.ts';
import { writeOpening, writeSubject } from './packet-parts.ts';
import { PACKET_WORDS } from './packet-words.ts';
import { readStory, type StoryParts } from './story.ts';

/** The story for whoever takes over, so that nobody has to tell it twice. */
export interface Packet {
  /** One line, for the subject of a mail. */
  readonly subject: string;
  /** Plain text in lines; what the reader wrote in it is masked. */
  readonly text: string;
  /** What to say first on the phone. */
  readonly opening: string;
}

/** Puts a conversation together for a person: problem, words, signs, steps with outcomes, service. */
export function writePacket(model: DiagnosisModel, conversation: Conversation, parts: StoryParts): Packet {
  const { problem, possible, service, said, signs, tried } = readStory(model, conversation, parts);
  const words = PACKET_WORDS[parts.lang];
  const blocks = [
    [`${words.problem}: ${problem || words.notKnown}`],
    service === undefined ? [] : [`${words.service}: ${service}`],
    listed(
      words.said,
      said.map((text) => `“${text}”`),
    ),
    listed(
      words.signs,
      signs.map(({ ask, reply }) => `${ask} ${reply ?? words.unknown}`),
    ),
    listed(
      words.tried,
      tried.map(({ action, result }) => `${action} (${words.results[result]})`),
    ),
    listed(words.possible, possible),
  ];
  const text = blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n');
  return {
    subject: writeSubject(text, parts.lang),
    text,
    opening: writeOpening(text, parts.lang),
  };
}

function listed(label: string, items: readonly string[]): string[] {
  return items.length > 0 ? [`${label}:`, ...items.map((item) => `- ${item}`)] : [];
}
