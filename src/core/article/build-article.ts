import { LANGUAGES, SECTORS, type Article, type Content, type Sign, type Step } from './article.ts';
import { checkGuide, type Surroundings } from './check-guide.ts';
import type { StepKeys } from './check-link.ts';
import { collectCodes } from './collect-codes.ts';
import type { Report } from './content-file.ts';
import type { GuideFile, GuideParts } from './guide-file.ts';
import {
  checkProblem,
  checkSeparation,
  expectedAnswers,
  type ProblemFile,
  type SeparableProblem,
} from './problem-file.ts';
import { permalinkCode } from './permalink.ts';
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
  const stepKeys: StepKeys = new Map(
    folders.map(({ id, problem }) => [id, problem && new Set(problem.data.steps.map(({ key }) => key))]),
  );
  const separable = new Map<string, SeparableProblem>();
  const articles: Article[] = [];
  for (const folder of folders) {
    const { id, problem } = folder;
    if (problem) {
      checkProblem(problem, { ids, signs, services, sources }, report);
      const likelihoods = readLikelihoods(problem, signs);
      if (likelihoods) separable.set(id, { problem, signs: likelihoods });
    }
    const cited = new Set<string>();
    for (const guide of folder.guides) {
      const slugs = checkGuide(guide, { id, stepKeys, sources } satisfies Surroundings, report);
      for (const slug of slugs) cited.add(slug);
      if (!problem || !checkStepCount(guide, problem, report) || !guide.parts) continue;
      const likelihoods = separable.get(id)?.signs ?? {};
      articles.push(buildArticle(folder, problem, { lang: guide.lang, ...guide.parts }, slugs, likelihoods));
    }
    if (problem) checkCitations(problem, folder.guides, cited, report);
  }
  if (signs) checkSeparation(separable, report);
  return { articles: articles.sort(bySectorAndId), codes: collectCodes(folders, report) };
}

/** Undefined when a sign or an answer does not exist: what separates the problem is then unknown. */
function readLikelihoods(
  problem: ProblemFile,
  signs: ReadonlyMap<string, Sign> | undefined,
): SeparableProblem['signs'] | undefined {
  const found: [string, Readonly<Record<string, number>>][] = [];
  for (const [name, expected] of Object.entries(problem.data.signs)) {
    const sign = signs?.get(name);
    if (!sign || expectedAnswers(expected).some((answer) => !Object.hasOwn(sign.answers, answer))) {
      return undefined;
    }
    found.push([name, answerLikelihoods(sign, expected)]);
  }
  return Object.fromEntries(found);
}

function checkStepCount(guide: GuideFile, problem: ProblemFile, report: Report): boolean {
  if (!guide.steps) return false;
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
  // A language that could not be read may be the one that cites it.
  if (guides.length < LANGUAGES.length) return;
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
  guide: GuideParts & Pick<GuideFile, 'lang'>,
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

function bySectorAndId(a: Article, b: Article): number {
  return (
    SECTORS.indexOf(a.sector) - SECTORS.indexOf(b.sector) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : a.lang < b.lang ? 1 : -1)
  );
}
