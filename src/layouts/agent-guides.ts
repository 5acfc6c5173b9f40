import { countShards, shardOf, shardPath, type AgentGuide } from '../client/agent/browser.ts';
import { LANGUAGES, type Language } from '../core/article/index.ts';
import { agentGuide } from './agent-guide.ts';
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
