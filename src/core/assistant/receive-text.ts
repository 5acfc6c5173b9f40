import type { Language } from '../article/browser.ts';
import {
  addTurn,
  cutText,
  LONGEST_MESSAGE,
  MOST_TURNS,
  saidTexts,
  type Conversation,
  type Turn,
} from './conversation.ts';
import type { Knowledge } from './knowledge.ts';
import { nextMove, type Move } from './next-move.ts';
import { readLanguage, readSpeech, wordsOf } from './speech.ts';
import type { Status } from './status.ts';

/** A conversation after the reader did something. */
export interface Taken {
  readonly conversation: Conversation;
  /** What to say at once, beside the next move. */
  readonly notice?: Status;
}

/** The same words this often, and a person is offered. */
const SAID_AGAIN = 3;

/**
 * Takes what a reader wrote. A secret stops it before anything else, unless
 * danger does: the conversation stays as it is. Words
 * that answer the open question are its answer; small talk gets its reply and changes nothing; all else
 * becomes a message for search (`findWords`). What is kept is masked.
 */
export function receiveText(
  knowledge: Knowledge,
  conversation: Conversation,
  input: string,
  lang: Language,
): Taken {
  const { safety } = knowledge;
  const clean = cleanText(input);
  // In danger, what to do now comes before what not to write; the secret is masked all the same.
  if (safety.holdsSecret(clean) && !safety.isUrgent(clean)) return { conversation, notice: 'blocked-secret' };
  if (conversation.turns.length >= MOST_TURNS) return { conversation, notice: 'full' };
  const text = cutText(clean);
  const answer = readAnswer(nextMove(knowledge, conversation), text);
  if (answer) return { conversation: addTurn(conversation, answer) };
  const speech = safety.isUrgent(text) ? 'problem' : readSpeech(text);
  if (speech === 'wants-person') return { conversation: addTurn(conversation, { kind: 'person' }) };
  if (speech !== 'problem') return { conversation, notice: speech };
  const said = cutText(safety.mask(text));
  const notice = noticeFor(conversation, said, clean.length > LONGEST_MESSAGE, lang);
  return {
    conversation: addTurn(conversation, { kind: 'said', text: said }),
    ...(notice && { notice }),
  };
}

function noticeFor(
  conversation: Conversation,
  text: string,
  isCut: boolean,
  lang: Language,
): Status | undefined {
  if (isCut) return 'too-long';
  const same = saidTexts(conversation).filter((earlier) => normalise(earlier) === normalise(text));
  if (same.length + 1 >= SAID_AGAIN) return 'said-again';
  const written = readLanguage(text);
  if (written === undefined || written === lang) return undefined;
  return written === 'en' ? 'writes-english' : 'writes-indonesian';
}

/** Without characters that nobody sees, which may hide words. */
function cleanText(text: string): string {
  return text
    .replaceAll(/(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFD]/gu, ' ')
    .replaceAll(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .trim();
}

function normalise(text: string): string {
  return wordsOf(text).join(' ');
}

/** Words that answer what was just asked. */
function readAnswer(move: Move, text: string): Turn | undefined {
  const words = wordsOf(text);
  if (words.length === 0 || words.length > MOST_ANSWER_WORDS) return undefined;
  const said = words.map((word) => SHORT_FOR.get(word) ?? word).join(' ');
  switch (move.state) {
    case 'question': {
      const { sign } = move.question;
      if (DONT_KNOW.has(said)) return { kind: 'answered', sign: sign.id, reply: null };
      const fits = Object.entries(sign.answers).filter(([, label]) =>
        Object.values(label).some((one) => beginsAlike(normalise(one), said)),
      );
      const [fit] = fits;
      return fit && fits.length === 1 ? { kind: 'answered', sign: sign.id, reply: fit[0] } : undefined;
    }
    case 'confirmation':
      if (YES.has(said)) return { kind: 'confirmed', problem: move.problem };
      return NO.has(said) ? { kind: 'refused', problems: [move.problem] } : undefined;
    case 'step':
      if (WORKED.has(said)) return { kind: 'tried', step: move.choice.step.key, result: 'solved' };
      return FAILED.has(said) ? { kind: 'tried', step: move.choice.step.key, result: 'failed' } : undefined;
    default:
      return undefined;
  }
}

const MOST_ANSWER_WORDS = 8;

/** "berhasil" for "Berhasil"; "diproses" for "Diproses atau tertunda"; yes and no for labels that begin so. */
function beginsAlike(label: string, said: string): boolean {
  if (label === said) return true;
  if (said.length >= SHORTEST_ANSWER && label.startsWith(`${said} `)) return true;
  const [first = ''] = label.split(' ');
  return (YES.has(said) && YES.has(first)) || (NO.has(said) && NO.has(first));
}

const SHORTEST_ANSWER = 4;
const SHORT_FOR: ReadonlyMap<string, string> = new Map([
  ['udah', 'sudah'],
  ['udh', 'sudah'],
  ['blm', 'belum'],
  ['blom', 'belum'],
]);
const YES = new Set('ya,iya,y,yes,yep,yup,betul,benar,bener,iya bener,ya benar,ya betul,right'.split(','));
const NO = new Set('tidak,bukan,ga,gak,nggak,enggak,no,nope,bukan itu,not that'.split(','));
const DONT_KNOW = new Set(
  "tidak tahu,ga tau,gak tau,gatau,nggak tau,nggak tahu,entah,kurang tau,kurang tahu,dont know,i dont know,don't know,i don't know,not sure,idk".split(
    ',',
  ),
);
const WORKED = new Set(
  'berhasil,sudah,sudah beres,beres,sudah berhasil,sudah bisa,bisa,it worked,worked,solved,fixed'.split(','),
);
const FAILED = new Set(
  "belum,belum berhasil,belum beres,ga berhasil,gak berhasil,tidak berhasil,masih sama,masih gagal,gagal,sama aja,did not work,didn't work,still fails,failed,no".split(
    ',',
  ),
);
