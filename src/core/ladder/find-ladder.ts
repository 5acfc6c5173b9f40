import { SECTORS, type Sector } from '../article/browser.ts';
import type { Complaint, Ladder } from './ladder.ts';

/** The ladder for a complaint: the first that fits; undefined when nothing is known of it. */
export function findLadder(ladders: readonly Ladder[], complaint: Complaint): Ladder | undefined {
  const { problem, service } = complaint;
  const sector = sectorOf(problem) ?? complaint.sector;
  return ladders.find((ladder) =>
    ladder.for.some(
      ({ sectors, problems, services }) =>
        fits(sectors, sector) && fits(problems, problem) && fits(services, service),
    ),
  );
}

function fits<T>(allowed: readonly T[] | undefined, own: T | undefined): boolean {
  return allowed === undefined || (own !== undefined && allowed.includes(own));
}

function sectorOf(problem: string | undefined): Sector | undefined {
  return SECTORS.find((sector) => problem?.startsWith(`${sector}/`));
}
