import { SECTORS } from '../article/browser.ts';
import type { KnownToLadders, WrittenLadder, WrittenRung } from './read-ladder.ts';

/** What is wrong with ladders of the right form: names that do not exist, readers who fit none, orders that mislead. */
export function findLadderGaps(ladders: readonly WrittenLadder[], known: KnownToLadders): string[] {
  return [
    ...twice(ladders.map(({ key }) => key)).map(
      (key) => `ladders: "${key}" stands twice; rename one of them`,
    ),
    ...SECTORS.filter((sector) => !ladders.some((ladder) => fitsAllOf(ladder, sector))).map(
      (sector) =>
        `ladders: nobody answers for all of ${sector}; add one with "for: [{ sectors: [${sector}] }]"`,
    ),
    ...ladders.flatMap((ladder) => [
      ...ladder.for.flatMap(({ problems = [], services = [], sectors }, place) => {
        const at = `${ladder.key}.for.${place}`;
        return [
          ...(problems.length + services.length === 0 && !sectors
            ? [`${at}: would fit everybody; name sectors, problems or services`]
            : []),
          ...missing(at, 'problem', problems, known.problems, 'content/catalogue'),
          ...missing(at, 'service', services, known.services, 'content/service'),
        ];
      }),
      ...(ladder.rungs[0]?.role === 'operator'
        ? []
        : [`${ladder.key}.rungs.0: put the operator first: others ask whether it was told`]),
      ...twice(ladder.rungs.map(({ key }) => key)).map(
        (key) => `${ladder.key}.rungs: "${key}" stands twice; keep one of them`,
      ),
      ...ladder.rungs.flatMap((rung) => gapsOf(rung, `${ladder.key}.${rung.key}`, known)),
    ]),
  ];
}

function gapsOf(rung: WrittenRung, at: string, { sources, services }: KnownToLadders): string[] {
  const { role, source, deadlines } = rung;
  const named = [...(source === undefined ? [] : [source]), ...deadlines.map((one) => one.source)];
  return [
    ...missing(at, 'source', named, sources, 'content/source'),
    ...missing(at, 'service', rung.services, services, 'content/service'),
    ...(role === 'operator' || source !== undefined
      ? []
      : [`${at}.source: write the slug of the page that says so`]),
    ...(role === 'operator' || rung.services.length > 0
      ? []
      : [`${at}.services: name who is reached, a file of content/service`]),
    ...twice(deadlines.map(({ key }) => key)).map(
      (key) => `${at}.deadlines: "${key}" stands twice; rename one of them`,
    ),
  ];
}

function fitsAllOf({ for: lines }: WrittenLadder, sector: (typeof SECTORS)[number]): boolean {
  return lines.some(({ sectors, problems, services }) => sectors?.includes(sector) && !problems && !services);
}

function missing(
  at: string,
  what: string,
  names: readonly string[],
  known: Pick<ReadonlySet<string>, 'has'>,
  where: string,
): string[] {
  return names
    .filter((name) => !known.has(name))
    .map((name) => `${at}: there is no ${what} "${name}"; write one of ${where}`);
}

function twice(keys: readonly string[]): string[] {
  return keys.filter((key, place) => keys.indexOf(key) < place);
}
