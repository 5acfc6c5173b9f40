import { writePacket, type Packet } from '../../core/assistant/browser.ts';
import type { DiagnosisView } from './view.ts';

/** The packet as it is written before the reader changes it. */
export function packetOf({
  words,
  lang,
  model,
  conversation,
  services = [],
  steps,
  edited,
}: DiagnosisView): Packet {
  const service = services.find(({ slug }) => slug === conversation.service);
  const packet = writePacket(model, conversation, {
    lang,
    ...(service && { service: service.name }),
    actionOf: (problem, step) => steps.get(problem)?.find(({ key }) => key === step)?.action ?? '',
  });
  const chronology = edited?.chronology;
  if (chronology === undefined) return packet;
  return { ...packet, text: `${packet.text}\n\n${words.chronologyLabel}\n${chronology}` };
}
