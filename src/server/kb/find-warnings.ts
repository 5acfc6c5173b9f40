import { separatingSigns, type Article, type Content } from '../../core/article/index.ts';

/** Something that is not wrong, but deserves a writer's eye. */
export interface Warning {
  readonly rule: 'review' | 'separation' | 'channels' | 'holidays';
  /** The problem or service that it is about. */
  readonly subject: string;
  readonly text: string;
}

/** What deserves a look on a day (ISO date): overdue reviews, neighbours close to one another, services without a way to reach them. */
export function findWarnings(content: Content, today: string): readonly Warning[] {
  const problems = [...new Map(content.articles.map((article) => [article.id, article])).values()];
  return [...overdue(problems, today), ...hardToTell(problems), ...withoutChannels(content)];
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The day on which a guide must have been read again (ISO date). */
function reviewDue({ reviewed, reviewEveryDays }: Pick<Article, 'reviewed' | 'reviewEveryDays'>): string {
  return new Date(Date.parse(reviewed) + reviewEveryDays * DAY_MS).toISOString().slice(0, 10);
}

function overdue(problems: readonly Article[], today: string): readonly Warning[] {
  return problems
    .filter((problem) => reviewDue(problem) < today)
    .map((problem) => ({
      rule: 'review',
      subject: problem.id,
      text: `since ${reviewDue(problem)} (last read ${problem.reviewed})`,
    }));
}

function hardToTell(problems: readonly Article[]): readonly Warning[] {
  const byId = new Map(problems.map((problem) => [problem.id, problem]));
  const seen = new Set<string>();
  return problems.flatMap(({ id, related, signs }) =>
    related.flatMap((other): Warning[] => {
      const pair = [id, other].sort().join(' ');
      if (seen.has(pair)) return [];
      seen.add(pair);
      const [only, second] = separatingSigns(signs, byId.get(other)?.signs ?? {});
      if (only === undefined || second !== undefined) return [];
      const text = `and ${other}: only ${only}`;
      return [{ rule: 'separation', subject: id, text }];
    }),
  );
}

function withoutChannels({ services }: Content): readonly Warning[] {
  return services
    .filter(({ channels }) => channels.length === 0)
    .map(({ slug, officialSite }) => ({ rule: 'channels', subject: slug, text: officialSite }));
}
