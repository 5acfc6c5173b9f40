import { LANGUAGES, type Language } from '../../core/article/browser.ts';
import { GUIDE_FORMS, INBOX_VIEWS, type GuideForm, type InboxView } from '../../core/ticket/browser.ts';
import {
  EMPTY_DRAFT,
  isWorthKeeping,
  type Draft,
  type DraftFile,
  type DraftGuide,
  type Drafted,
  type DraftedBy,
  type Tried,
} from './draft.ts';

/** The part of `localStorage` that is used. */
export type KeptStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What the inbox keeps on the device of an agent. A device that refuses to keep anything keeps nothing. */
export interface Kept {
  lang(): Language | undefined;
  keepLang(lang: Language): void;
  view(): InboxView | undefined;
  keepView(view: InboxView): void;
  form(): GuideForm;
  keepForm(form: GuideForm): void;
  /** The draft of a ticket; an empty one when there is none. */
  draft(agent: string, ticket: string): Draft;
  keepDraft(agent: string, ticket: string, draft: Draft): void;
  /** Id of each ticket that was read, to the version that was seen. */
  seen(): Readonly<Record<string, number>>;
  keepSeen(seen: Readonly<Record<string, number>>): void;
}

const PREFIX = 'pandu.inbox.';
/** What was read longest ago is forgotten first; `Object.entries` keeps the order in which ids came. */
const MOST_SEEN = 1000;

/** What is kept in a store; `localStorage` in a browser. */
export function openKept(store: KeptStore): Kept {
  const read = (key: string): string | null => {
    try {
      return store.getItem(PREFIX + key);
    } catch {
      // Storage is forbidden: nothing is remembered.
      return null;
    }
  };
  const write = (key: string, value: string | undefined) => {
    try {
      if (value === undefined) store.removeItem(PREFIX + key);
      else store.setItem(PREFIX + key, value);
    } catch {
      // Forbidden or full: the words are still in the box.
    }
  };
  const draftKey = (agent: string, ticket: string) => `draft.${agent}.${ticket}`;
  return {
    lang: () => LANGUAGES.find((known) => known === read('lang')),
    keepLang: (lang) => {
      write('lang', lang);
    },
    view: () => INBOX_VIEWS.find((known) => known === read('view')),
    keepView: (view) => {
      write('view', view);
    },
    form: () => GUIDE_FORMS.find((known) => known === read('form')) ?? 'short',
    keepForm: (form) => {
      write('form', form);
    },
    draft: (agent, ticket) => readDraft(parse(read(draftKey(agent, ticket)))),
    keepDraft: (agent, ticket, draft) => {
      write(draftKey(agent, ticket), isWorthKeeping(draft) ? JSON.stringify(draft) : undefined);
    },
    seen: () => {
      const kept = parse(read('seen'));
      if (!isRecord(kept)) return {};
      return Object.fromEntries(
        Object.entries(kept).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
      );
    },
    keepSeen: (seen) => {
      write('seen', JSON.stringify(Object.fromEntries(Object.entries(seen).slice(-MOST_SEEN))));
    },
  };
}

/** Only what is of the right type is taken over: another version may have written it. */
function readDraft(kept: unknown): Draft {
  if (!isRecord(kept)) return EMPTY_DRAFT;
  const text = (key: keyof Draft) => (typeof kept[key] === 'string' ? kept[key] : '');
  const list = (key: keyof Draft) => (Array.isArray(kept[key]) ? (kept[key] as unknown[]) : []);
  return {
    mode: kept['mode'] === 'note' ? 'note' : 'reply',
    reply: text('reply'),
    note: text('note'),
    guides: list('guides').filter(isGuide),
    files: list('files').filter(isFile),
    status: kept['status'] === 'open' ? 'open' : 'waiting',
    ...(isTried(kept['tried']) && { tried: kept['tried'] }),
    ...(isDrafted(kept['drafted']) && { drafted: kept['drafted'] }),
  };
}

function isTried(value: unknown): value is Tried {
  return isRecord(value) && typeof value['key'] === 'string' && typeof value['version'] === 'number';
}

const DRAFTED_BY: readonly DraftedBy[] = ['guide', 'model', 'question'];

function isDrafted(value: unknown): value is Drafted {
  if (!isRecord(value) || !DRAFTED_BY.some((known) => known === value['by'])) return false;
  const { before } = value;
  if (before === undefined) return true;
  return (
    isRecord(before) &&
    typeof before['reply'] === 'string' &&
    Array.isArray(before['guides']) &&
    before['guides'].every(isGuide)
  );
}

function isGuide(value: unknown): value is DraftGuide {
  if (!isRecord(value)) return false;
  const { problem, form, link } = value;
  return (
    typeof problem === 'string' &&
    GUIDE_FORMS.some((known) => known === form) &&
    (link === undefined || typeof link === 'string')
  );
}

function isFile(value: unknown): value is DraftFile {
  return isRecord(value) && typeof value['id'] === 'string' && typeof value['name'] === 'string';
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    // Written by another version: begin anew.
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
