import { guidePath } from './address.ts';
import type { Article, Source } from './article.ts';
import { resolveGuideLink } from './link.ts';

/** The second half of a markdown link to a guide or a place in this one, with its title if it has one. */
const GUIDE_LINK = /\]\(<?((?:\.\.\/|#)[^)>\s]+)>?(\s+"[^"]*")?\)/g;

/**
 * The guide as one markdown file that reads well anywhere: title, description, body, footnotes defined,
 * links to other guides with the site's address. `siteUrl` has no slash at its end.
 */
export function toPlainMarkdown(
  article: Article,
  sources: ReadonlyMap<string, Source>,
  siteUrl: string,
): string {
  const body = article.markdown.replaceAll(GUIDE_LINK, (whole, href: string, title = '') => {
    const target = resolveGuideLink(article.id, href);
    return target
      ? `](${siteUrl}${guidePath(target.id, article.lang)}${target.anchor && `#${target.anchor}`}${String(title)})`
      : whole;
  });
  const notes = article.citations.map(({ slug }) => {
    const source = sources.get(slug);
    return `[^${slug}]: ${source ? `${source.title[article.lang]}. ${source.url}` : slug}`;
  });
  const parts = [
    `# ${article.title}`,
    article.description,
    body.trim(),
    ...(notes.length > 0 ? [notes.join('\n')] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}
