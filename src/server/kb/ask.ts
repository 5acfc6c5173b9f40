import { LANGUAGES, type Article, type Language } from '../../core/article/index.ts';
import { buildVectorIndex, loadFrom, openSearch, type SemanticSide } from '../../core/search/index.ts';
import { loadContent } from '../content/index.ts';
import { buildSearchFiles, loadLexicons } from '../search/index.ts';
import { UsageError, type Command, type Desk } from './command.ts';
import { describeExplanation } from './describe-explanation.ts';
import { readArguments } from './read-arguments.ts';

const SHOWN = 5;

/** `kb ask "<words>"`: what a reader would get, and why. It reads the guides as they are now, not the last build. */
export const ask: Command = {
  usage: '"<words>" [--lang en]',
  summary: 'what a reader who types this would get, and why',
  async run(args, desk) {
    const { values, positionals } = readArguments(args, { lang: { type: 'string', default: 'id' } });
    const lang = LANGUAGES.find((known) => known === values.lang);
    if (!lang)
      throw new UsageError(
        `There is no language "${values.lang}". Write --lang ${LANGUAGES.join(' or --lang ')}.`,
      );
    const query = positionals.join(' ').trim();
    if (query === '') throw new UsageError('Say what the reader types: npm run kb -- ask "otp ga masuk"');
    const content = await loadContent(desk.root);
    const files = buildSearchFiles(content, await loadLexicons(desk.root));
    const semantic = await openSemantic(content.articles, lang, desk);
    const search = openSearch({
      load: loadFrom(files),
      ...(semantic && { semantic: { [lang]: semantic } }),
    });
    const explanation = await search.explain({ query, lang, limit: SHOWN });
    desk.print(describeExplanation(explanation));
    return 0;
  },
};

async function openSemantic(
  articles: readonly Article[],
  lang: Language,
  { openEmbedder }: Desk,
): Promise<SemanticSide | undefined> {
  const embedder = await openEmbedder();
  return embedder && { embedder, vectors: await buildVectorIndex(articles, lang, embedder) };
}
