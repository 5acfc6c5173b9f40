import type { Article, Language } from '../../core/article/browser.ts';
import {
  candidatesOf,
  nextMove,
  readStory,
  summarise,
  type Conversation,
  type Knowledge,
} from '../../core/assistant/index.ts';
import type { DeskStory } from '../../core/ticket/index.ts';

/** What a story is read from. */
export interface StorySources {
  readonly knowledge: Knowledge;
  readonly readArticle: (lang: Language, id: string) => Promise<Article | undefined>;
}

/** Candidates that an agent is shown. */
const MOST_CANDIDATES = 5;
const UNKNOWN: Readonly<Record<Language, string>> = { id: 'tidak tahu', en: 'not sure' };

/** What a reader has told the assistant before a person took over, in one language. */
export async function readDeskStory(
  { knowledge, readArticle }: StorySources,
  conversation: Conversation,
  lang: Language,
): Promise<DeskStory> {
  const { model } = knowledge;
  const actions = await readActions(readArticle, conversation, lang);
  const parts = {
    lang,
    actionOf: (problem: string, step: string) => actions.get(`${problem} ${step}`) ?? '',
  };
  const { said, signs, tried } = readStory(model, conversation, parts);
  return {
    summary: summarise(model, conversation, parts).text,
    said,
    signs: signs.map(({ ask, reply }) => ({ ask, reply: reply ?? UNKNOWN[lang] })),
    tried,
    candidates: candidatesOf(model, conversation)
      .slice(0, MOST_CANDIDATES)
      .map(({ id, probability }) => ({
        id,
        title: model.problems[model.placeOf.get(id) ?? -1]?.title[lang] ?? id,
        probability,
      })),
    state: nextMove(knowledge, conversation).state,
  };
}

/** The actions of all steps of the problems that the reader has met, by `<problem> <step>`. */
async function readActions(
  readArticle: StorySources['readArticle'],
  { article, turns }: Conversation,
  lang: Language,
): Promise<ReadonlyMap<string, string>> {
  const problems = new Set(article === undefined ? [] : [article]);
  for (const turn of turns) {
    if (turn.kind === 'confirmed' || turn.kind === 'switched') problems.add(turn.problem);
  }
  const articles = await Promise.all([...problems].map((id) => readArticle(lang, id)));
  return new Map(
    articles.flatMap((found) =>
      (found?.steps ?? []).map(({ key, action }) => [`${found?.id ?? ''} ${key}`, action.text] as const),
    ),
  );
}
