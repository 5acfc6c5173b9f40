import { URGENT_AIMS, type AlarmScore, type UrgentEvaluation } from './urgent-evaluate.ts';
import type { HeldOut } from './urgent-held-out.ts';

/** The urgency evaluation as text. */
export function printUrgent({ shipped, byGroup }: UrgentEvaluation): string {
  return [
    `${shipped.urgent} urgent messages and ${shipped.calm} that are not. Aims: recall ${URGENT_AIMS.recall}, false alarms at most ${URGENT_AIMS.falseAlarms}.`,
    drawScore('As shipped', shipped),
    ...list('Missed', shipped.missed),
    ...list('False alarms', shipped.alarmed),
    '',
    'Alarms among the labelled queries, by the risk of their problem and when it goes to a person:',
    ...Object.entries(byGroup)
      .sort()
      .map(([group, { queries, alarms }]) => `  ${group.padEnd(26)} ${alarms} of ${queries}`),
  ].join('\n');
}

/** What fitting saw on messages that it had not learnt from. */
export function printHeldOut({ threshold, situationsRight, lives, scores }: HeldOut): string {
  return [
    `Threshold ${threshold}. Fitted without what is measured:`,
    ...Object.entries(scores).map(([name, score]) =>
      drawScore(`  ${name} (${score.urgent} + ${score.calm})`, score),
    ),
    `  situation named right where found, styles left out: ${situationsRight.toFixed(3)}`,
    `  a life in danger, not told what helps first: ${lives.livesMissed} of ${lives.lives}; told it without need: ${lives.othersTold} of ${lives.others}`,
  ].join('\n');
}

function drawScore(name: string, { recall, falseAlarms }: AlarmScore): string {
  return `${name}: recall ${recall.toFixed(3)}, false alarms ${falseAlarms.toFixed(3)}`;
}

function list(title: string, messages: readonly string[]): string[] {
  return messages.length === 0 ? [] : [`${title}:`, ...messages.map((message) => `  ${message}`)];
}
