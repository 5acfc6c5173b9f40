import { countShards, shardOf, shardPath, type AgentGuide } from '../client/agent/browser.ts';
import { LANGUAGES, type Article, type Content, type Language } from '../core/article/index.ts';
import { AGENTS } from '../i18n/agents-text.ts';
import { messages } from '../i18n/index.ts';
import { siteContent } from './site-content.ts';

/** One file under `/agent-data/`. */
export interface AgentGuideFile {
  /** Without folder and extension. */
  readonly name: string;
  readonly guides: readonly AgentGuide[];
}

/** How many files the guides of each language are spread over. */
export async function agentShards(): Promise<Record<Language, number>> {
  const { articles } = await siteContent();
  const count = (lang: Language) => articles.filter((article) => article.lang === lang).length;
  return Object.fromEntries(LANGUAGES.map((lang) => [lang, countShards(count(lang))])) as Record<
    Language,
    number
  >;
}

/** All files of guides, empty ones included. */
export async function agentGuideFiles(): Promise<AgentGuideFile[]> {
  const content = await siteContent();
  const shards = await agentShards();
  return LANGUAGES.flatMap((lang) => {
    const files: AgentGuide[][] = Array.from({ length: shards[lang] }, () => []);
    for (const article of content.articles) {
      if (article.lang === lang) files[shardOf(article.id, shards[lang])]?.push(agentGuide(article, content));
    }
    return files.map((guides, index) => ({ name: fileName(lang, index), guides }));
  });
}

function fileName(lang: Language, shard: number): string {
  return /([^/]+)\.json$/.exec(shardPath(lang, shard))?.[1] ?? '';
}

/** A guide as agents and readers get it step by step. */
export function agentGuide({ id, code, title, steps, lang }: Article, { signs }: Content): AgentGuide {
  return {
    id,
    code,
    title,
    steps: steps.map(({ key, action, detail, only, risk }) => {
      const sign = only && signs.get(only.sign);
      const answer = only && sign?.answers[only.answer]?.[lang];
      return {
        key,
        action: action.text,
        detail: detail.text,
        ...(sign && { condition: `${messages(lang).guide.only} ${sign.ask[lang]} ${answer ?? ''}` }),
        ...(risk && { warning: AGENTS[lang].desk.danger }),
      };
    }),
  };
}
