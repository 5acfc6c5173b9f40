import type { Language } from '../../core/article/browser.ts';
import {
  addTurn,
  beginConversation,
  choose,
  findWords,
  nextMove,
  readRegister,
  receiveText,
  saidTexts,
  type Conversation,
  type Knowledge,
  type Move,
  type Status,
  type Surroundings,
  type WordSearch,
} from '../../core/assistant/browser.ts';
import { guessService } from './guess-service.ts';
import type { DiagnosisSettings } from './settings.ts';
import type { SiteFiles } from './site-files.ts';
import type { DiagnosisView } from './view.ts';

/** What a talk fetches while it goes on. */
export type TalkFiles = Pick<SiteFiles, 'steps' | 'services'> & Partial<Pick<SiteFiles, 'ladders'>>;

type TalkSettings = Pick<DiagnosisSettings, 'lang' | 'words' | 'assistant' | 'desk'>;

/** The conversation while the page is open: takes what the reader does and gives what to show. */
export class Talk {
  readonly #knowledge: Knowledge;
  readonly #settings: TalkSettings;
  readonly #files: TalkFiles;
  readonly #search: WordSearch;
  #conversation: Conversation;
  #notice: Status | undefined;

  constructor(
    knowledge: Knowledge,
    settings: TalkSettings,
    files: TalkFiles,
    search: WordSearch,
    conversation: Conversation,
  ) {
    this.#knowledge = settings.desk ? { ...knowledge, surroundings: WITH_DESK } : knowledge;
    this.#settings = settings;
    this.#files = files;
    this.#search = search;
    this.#conversation = conversation;
  }

  get conversation(): Conversation {
    return this.#conversation;
  }

  get notice(): Status | undefined {
    return this.#notice;
  }

  /** Whether search has not answered yet what was said. */
  get isWaiting(): boolean {
    return this.#conversation.turns.some((turn) => turn.kind === 'said' && !turn.found);
  }

  /** The title of a problem in the language of the page; '' when there is none. */
  titleOf(problem: string): string {
    const { model } = this.#knowledge;
    return model.problems[model.placeOf.get(problem) ?? -1]?.title[this.#lang] ?? '';
  }

  /** Takes up a conversation from elsewhere: another tab, the server, or none. */
  adopt(conversation: Conversation = beginConversation(), notice?: Status): void {
    this.#conversation = conversation;
    this.#notice = notice;
  }

  /** A message without its secrets and personal data, as it may leave this device. */
  mask(text: string): string {
    return this.#knowledge.safety.mask(text);
  }

  choose(choice: string): void {
    this.#notice = undefined;
    this.#conversation = choose(this.#knowledge, this.#conversation, choice);
  }

  /** A person has taken over: from here on nothing is said. */
  join(): void {
    this.#notice = undefined;
    this.#conversation = addTurn(this.#conversation, { kind: 'joined' });
  }

  say(text: string): Status | undefined {
    const taken = receiveText(this.#knowledge, this.#conversation, text, this.#lang);
    this.#conversation = taken.conversation;
    this.#notice = taken.notice;
    return taken.notice;
  }

  /** What to show now. Asks search about new messages first, and fetches what the move needs. */
  async look(): Promise<DiagnosisView> {
    const before = this.#conversation;
    try {
      const found = await findWords(before, this.#search, this.#lang);
      // Unless the reader went on meanwhile.
      if (this.#conversation === before) this.#conversation = found;
    } catch {
      // The messages wait, and the move says so.
    }
    const conversation = this.#conversation;
    const { model } = this.#knowledge;
    const move = nextMove(this.#knowledge, conversation);
    const texts = saidTexts(conversation);
    const steps = await this.#stepsFor(move);
    // What comes next is fetched while the reader reads: the connection may be gone by then.
    if (move.state === 'step') void this.#files.services();
    const services = NEEDS_SERVICES.has(move.state) ? await this.#files.services() : undefined;
    const service = conversation.service ?? (services && guessService(texts, services));
    const view: DiagnosisView = {
      lang: this.#lang,
      words: this.#settings.words,
      model,
      conversation: { ...conversation, ...(service !== undefined && { service }) },
      move,
      register: readRegister(texts),
      keeps: this.#settings.assistant?.mode === 'model' ? 'server' : 'device',
      ...(this.#notice && { notice: this.#notice }),
      ...(this.#settings.desk && { desk: this.#settings.desk }),
      steps,
      ...(services && { services }),
    };
    const packet = move.state === 'handoff' ? await this.#drawPacket(view) : undefined;
    return { ...view, ...(packet && { packet }) };
  }

  /** What stands around the packet; undefined when it cannot be fetched: the packet itself is there without it. */
  async #drawPacket(view: DiagnosisView): Promise<DiagnosisView['packet']> {
    try {
      const ladders = await this.#files.ladders?.();
      if (!ladders) return undefined;
      const { drawPacketParts } = await import('./draw-packet-parts.ts');
      return drawPacketParts(view, ladders, new Date());
    } catch {
      // Offline before the first visit.
      return undefined;
    }
  }

  /** The steps of the problem at hand; in the end, of every problem that was tried. */
  async #stepsFor(move: Move): Promise<DiagnosisView['steps']> {
    const { article, tried: ticked } = this.#conversation;
    const now = [
      ...('problem' in move ? [move.problem] : []),
      // Its ticked steps are named.
      ...(article !== undefined && ticked ? [article] : []),
    ];
    const tried = this.#conversation.turns.flatMap((turn) =>
      turn.kind === 'confirmed' || turn.kind === 'switched' ? [turn.problem] : [],
    );
    const wanted = new Set(move.state === 'handoff' ? [...now, ...tried] : now);
    const guides = await Promise.all(
      [...wanted].map(async (problem) => [problem, await this.#files.steps(problem, this.#lang)] as const),
    );
    return new Map(guides.filter(([, steps]) => steps.length > 0));
  }

  get #lang(): Language {
    return this.#settings.lang;
  }
}

const WITH_DESK: Surroundings = { incidents: [], has: ['network', 'desk'] };
const NEEDS_SERVICES: ReadonlySet<string> = new Set(['handoff', 'urgent']);
