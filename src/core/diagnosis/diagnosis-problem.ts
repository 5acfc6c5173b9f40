import type { Article, Bilingual, Step } from '../article/browser.ts';

/** What a diagnosis needs of a step: nothing that is read aloud. */
export type DiagnosisStep = Pick<Step, 'key' | 'minutes' | 'risk' | 'only'>;

/** What a diagnosis needs of a problem, as plain data that may be sent to a browser. */
export interface DiagnosisProblem extends Pick<
  Article,
  'id' | 'sector' | 'related' | 'signs' | 'services' | 'risk' | 'escalate'
> {
  readonly title: Bilingual;
  readonly steps: readonly DiagnosisStep[];
}

/**
 * One problem for the articles of each id, in order of id. A language that has no article for it
 * shows the title of the other.
 */
export function diagnosisProblems(articles: readonly Article[]): DiagnosisProblem[] {
  const byId = Map.groupBy(articles, ({ id }) => id);
  return [...byId.values()].flatMap((versions) => toProblem(versions)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function toProblem(versions: readonly Article[]): DiagnosisProblem[] {
  const [any] = versions;
  if (!any) return [];
  const { id, sector, related, signs, services, risk, escalate } = any;
  const titleIn = (lang: Article['lang']) => (versions.find((version) => version.lang === lang) ?? any).title;
  const steps = any.steps.map(({ key, minutes, risk, only }) => ({
    key,
    minutes,
    ...(risk && { risk }),
    ...(only && { only }),
  }));
  return [
    {
      id,
      sector,
      related,
      signs,
      services,
      risk,
      escalate,
      title: { id: titleIn('id'), en: titleIn('en') },
      steps,
    },
  ];
}
