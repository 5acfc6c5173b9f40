import { SECTORS, type Article, type Content, type Sign, type Step } from './article.ts';
import { checkGuide, type Surroundings } from './check-guide.ts';
import type { Report } from './content-file.ts';
import type { GuideFile } from './guide-file.ts';
import { permalinkCode } from './permalink.ts';
import { checkProblem, checkSeparation, type ProblemFile, type SeparableProblem } from './problem-file.ts';
import type { GuideFolder } from './read-guides.ts';
import { renderBlocks, renderItem, renderStep, type RenderContext } from './render.ts';
import { HEADINGS } from './section.ts';
import { answerLikelihoods } from './sign-likelihood.ts';

/** What guides refer to outside their folders. */
export interface Library {
  /** Absent when a sign file could not be read: signs are then not checked. */
  readonly signs: ReadonlyMap<string, Sign> | undefined;
  readonly sources: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
}

/** Checks the folders against each other and the library, and makes the articles of those that hold. */
export function buildArticles(
  folders: readonly GuideFolder[],
  library: Library,
  report: Report,
): Pick<Content, 'articles' | 'codes'> {
  const ids = new Set(folders.map(({ id }) => id));
  const { sources, services, signs } = library;
  const stepKeys = new Map(
    folders.map(({ id, problem }) => [id, new Set(problem?.data.steps.map(({ key }) => key))]),
  );
  const separable = new Map<string, SeparableProblem>();
  const articles: Article[] = [];
  for (const folder of folders) {
    const { id, problem } = folder;
    if (problem) {
      checkProblem(problem, { ids, signs, services, sources }, report);
      separable.set(id, { problem, signs: likelihoods(problem, signs) });
    }
    const cited = new Set<string>();
    for (const guide of folder.guides) {
      const slugs = checkGuide(guide, { id, stepKeys, sources } satisfies Surroundings, report);
      for (const slug of slugs) cited.add(slug);
      if (!problem || !checkStepCount(guide, problem, report)) continue;
      articles.push(buildArticle(folder, problem, guide, slugs, separable.get(id)?.signs ?? {}));
    }
    if (problem) checkCitations(problem, folder.guides, cited, report);
  }
  if (signs) checkSeparation(separable, report);
  return { articles: articles.sort(bySectorAndId), codes: collectCodes(folders, report) };
}

function likelihoods(
  problem: ProblemFile,
  signs: ReadonlyMap<string, Sign> | undefined,
): SeparableProblem['signs'] {
  return Object.fromEntries(
    Object.entries(problem.data.signs).flatMap(([name, expected]) => {
      const sign = signs?.get(name);
      return sign ? [[name, answerLikelihoods(sign, expected)]] : [];
    }),
  );
}

function checkStepCount(guide: GuideFile, problem: ProblemFile, report: Report): boolean {
  const written = guide.steps.length;
  const declared = problem.data.steps.length;
  if (written === declared) return true;
  report(
    guide.file,
    guide.steps.at(-1)?.position?.start,
    'step-count',
    `"${HEADINGS[guide.lang].steps}" has ${written} steps here, but "steps" in problem.yaml has ${declared} (${problem.data.steps.map(({ key }) => key).join(', ')}).`,
    'Make both the same, in the same order: one `- { key: …, minutes: … }` for each numbered step.',
  );
  return false;
}

function checkCitations(
  problem: ProblemFile,
  guides: readonly GuideFile[],
  cited: ReadonlySet<string>,
  report: Report,
): void {
  if (guides.length === 0) return;
  problem.data.sources.forEach((slug, index) => {
    if (cited.has(slug)) return;
    report(
      problem.file,
      problem.locate(['sources', index]),
      'sources',
      `The source "${slug}" is listed, but neither language cites it.`,
      `Put [^${slug}] behind the sentence that it supports, or remove it from "sources".`,
    );
  });
  const unlisted = [...cited].filter((slug) => !problem.data.sources.includes(slug));
  if (unlisted.length === 0) return;
  report(
    problem.file,
    problem.locate(['sources']),
    'sources',
    `The text cites ${unlisted.join(', ')}, which "sources" does not list.`,
    `Write: sources: [${[...problem.data.sources, ...unlisted].join(', ')}]`,
  );
}

function buildArticle(
  { id, sector, slug }: GuideFolder,
  problem: ProblemFile,
  guide: GuideFile,
  cited: readonly string[],
  signs: Article['signs'],
): Article {
  const { data } = problem;
  const citations = cited.map((source, index) => ({ number: index + 1, slug: source }));
  const context: RenderContext = { id, lang: guide.lang, citations };
  const steps = guide.steps.map((item, index): Step => {
    const declared = data.steps[index];
    const only = Object.entries(declared?.only ?? {}).map(([sign, answer]) => ({ sign, answer }))[0];
    return {
      key: declared?.key ?? '',
      minutes: declared?.minutes ?? 0,
      ...renderStep(item, context),
      ...(declared?.risk && { risk: declared.risk }),
      ...(only && { only }),
    };
  });
  return {
    id,
    lang: guide.lang,
    sector,
    slug,
    code: data.code ?? permalinkCode(id),
    ...guide.frontMatter,
    symptoms: guide.symptoms.map((item) => renderItem(item, context)),
    steps,
    ...(guide.afterSteps.length > 0 && { afterSteps: renderBlocks(guide.afterSteps, context) }),
    ifUnresolved: renderBlocks(guide.sections['if-unresolved'], context),
    causes: renderBlocks(guide.sections.causes, context),
    prevention: renderBlocks(guide.sections.prevention, context),
    risk: data.risk,
    escalate: data.escalate,
    related: data.related,
    signs,
    services: data.services,
    citations,
    reviewed: data.reviewed,
    reviewEveryDays: data.reviewEveryDays,
    markdown: guide.markdown,
  };
}

/** Every code that a permalink may carry: of each id, and of the ids it had before. */
function collectCodes(folders: readonly GuideFolder[], report: Report): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (const { id, problem } of folders) {
    if (!problem) continue;
    const own = [problem.data.code ?? permalinkCode(id), ...problem.data.formerly.map(permalinkCode)];
    for (const code of new Set(own)) {
      const taken = codes.get(code);
      if (taken) {
        report(
          problem.file,
          undefined,
          'code',
          `The short link /g/${code} belongs to both "${taken}" and "${id}".`,
          'Add a line `code: ` with 4–12 letters or digits of your choice to this file.',
        );
      }
      codes.set(code, taken ?? id);
    }
  }
  return codes;
}

function bySectorAndId(a: Article, b: Article): number {
  return (
    SECTORS.indexOf(a.sector) - SECTORS.indexOf(b.sector) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : a.lang < b.lang ? 1 : -1)
  );
}
