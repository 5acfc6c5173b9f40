import type { DeskTicketEvent } from '../../core/ticket/browser.ts';
import { fillIn } from '../agent/browser.ts';
import { useScene, type Scene } from './scene.ts';
import { beginLarge, momentWords } from './time-words.ts';

/** Something that happened to the ticket, as one quiet line. */
export function EventLine({ event }: { readonly event: DeskTicketEvent }) {
  const scene = useScene();
  const { words, lang, now } = scene;
  const { verb, at, actor } = event;
  const who =
    actor.kind === 'agent'
      ? nameOf(scene, actor.id)
      : actor.kind === 'reader'
        ? words.kind.reader
        : words.talk.system;
  const isSoon = verb === 'late' && event.detail['when'] === 'soon';
  const sentence = isSoon ? words.talk.dueSoon : sentenceOf(scene, event);
  return (
    <p class={verb === 'late' && !isSoon ? 'inbox__event is-late' : 'inbox__event'}>
      {beginLarge(fillIn(sentence, { who, what: whatOf(scene, event) }).trim())}{' '}
      <time class="numbers" dateTime={at}>
        {momentWords(at, now, lang)}
      </time>
    </p>
  );
}

/** To take a ticket, and to give it back, is to assign it too; what is held by itself says why. */
function sentenceOf({ words }: Scene, { verb, actor, detail }: DeskTicketEvent): string {
  if (verb === 'held' && (detail['suspicions'] ?? '') !== '') return words.talk.heldFor;
  if (verb !== 'assigned') return words.verb[verb];
  const assignee = detail['assignee'];
  if (assignee === undefined) return words.talk.gaveBack;
  return assignee === actor.id ? words.talk.took : words.verb.assigned;
}

function nameOf({ state, words }: Scene, id: string | undefined): string {
  if (id !== undefined && id === state.me?.agent.id) return words.talk.you;
  return state.agents.find((agent) => agent.id === id)?.name ?? words.talk.somebody;
}

/** What something was set to, in words. */
function whatOf(scene: Scene, { verb, detail }: DeskTicketEvent): string {
  const { words } = scene;
  const named = <Key extends string>(names: Readonly<Record<Key, string>>, key: string | undefined) =>
    Object.entries<string>(names).find(([known]) => known === key)?.[1] ?? '';
  switch (verb) {
    case 'assigned': {
      const assignee = detail['assignee'];
      return nameOf(scene, assignee);
    }
    case 'held':
      return (detail['suspicions'] ?? '')
        .split(' ')
        .map((sign) => named(words.suspicion, sign))
        .filter(Boolean)
        .join(', ');
    case 'prioritised':
      return named(words.priority, detail['priority']);
    case 'solved':
      return named(words.outcome, detail['outcome']);
    case 'rated':
      return named(words.rating, detail['rating']);
    case 'guide-judged':
      return detail['solved'] === 'true' ? words.talk.solvedIt : words.talk.didNot;
    default:
      return '';
  }
}
