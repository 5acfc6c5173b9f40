import { findMeans, findNearest, innerProduct, setDirection, type Rows } from './cluster-means.ts';

/** Rows that are near one another. */
export interface ClusterList {
  readonly members: readonly number[];
  /** The direction of the members' middle. */
  readonly mean: Float32Array;
  /** How near the members are to it, 0–1: the cosine of the average member. */
  readonly closeness: number;
}

/** Lists that are near one another. */
export interface ClusterBranch {
  readonly mean: Float32Array;
  readonly lists: readonly ClusterList[];
}

const ROWS_PER_LIST = 24;
const LISTS_PER_BRANCH = 16;
const ROUNDS = 8;
/** The branches are found from so many rows, spread over all. */
const SAMPLE = 12_000;
/** A row goes to the nearest list of so many branches. */
const NEAR_BRANCHES = 16;

/**
 * Parts rows into lists of about {@link ROWS_PER_LIST}, and the lists into branches of about
 * {@link LISTS_PER_BRANCH}. Many small lists, because a query that is far from everything needs a row
 * here and there.
 */
export function growTree(rows: Rows): ClusterBranch[] {
  const { dimensions, values } = rows;
  const count = values.length / dimensions;
  const listCount = Math.max(1, Math.round(count / ROWS_PER_LIST));
  const branchCount = Math.max(1, Math.round(listCount / LISTS_PER_BRANCH));
  const all = Array.from({ length: count }, (_, row) => row);
  const stride = Math.max(1, Math.floor(count / SAMPLE));
  const branches = findMeans(
    rows,
    all.filter((row) => row % stride === 0),
    branchCount,
    ROUNDS,
  );
  const near = all.map((row) => nearBranches(rows, row, branches));
  const byBranch = Map.groupBy(all, (row) => near[row]?.[0] ?? 0);
  const listMeans = Array.from({ length: branchCount }, (_, branch) => {
    const members = byBranch.get(branch) ?? [];
    return findMeans(rows, members, Math.ceil((members.length * listCount) / count), ROUNDS);
  });
  const members = listMeans.map((means) =>
    Array.from({ length: means.length / dimensions }, (): number[] => []),
  );
  for (const row of all) {
    const { branch, list } = findList(rows, row, near[row] ?? [], listMeans);
    members[branch]?.[list]?.push(row);
  }
  const lists = members
    .flat()
    .filter(({ length }) => length > 0)
    .map((list) => drawList(rows, list));
  return hangLists(lists, drawBranches(rows, members), dimensions);
}

/** The direction of each branch's rows; a branch without rows has none. */
function drawBranches(rows: Rows, members: readonly (readonly number[][])[]): Float32Array[] {
  const groups = members.map((lists) => lists.flat()).filter(({ length }) => length > 0);
  return groups.map((group) => drawList(rows, group).mean);
}

/** Rows went to the lists of other branches as well, so each list goes to the branch that is nearest now. */
function hangLists(
  lists: readonly ClusterList[],
  branches: readonly Float32Array[],
  dimensions: number,
): ClusterBranch[] {
  const means = Float32Array.from(branches.flatMap((mean) => [...mean]));
  const hung = Map.groupBy(lists, ({ mean }) => findNearest(mean, 0, means, dimensions));
  return branches.flatMap((mean, branch) => {
    const own = hung.get(branch);
    return own ? [{ mean, lists: own }] : [];
  });
}

function nearBranches({ dimensions, values }: Rows, row: number, branches: Float32Array): number[] {
  const similarities = Array.from({ length: branches.length / dimensions }, (_, branch) =>
    innerProduct(values, row * dimensions, branches, branch * dimensions, dimensions),
  );
  const order = similarities.map((_, branch) => branch);
  return order.sort((a, b) => (similarities[b] ?? 0) - (similarities[a] ?? 0)).slice(0, NEAR_BRANCHES);
}

function findList(
  { dimensions, values }: Rows,
  row: number,
  near: readonly number[],
  listMeans: readonly Float32Array[],
): { branch: number; list: number } {
  let [found, best] = [{ branch: 0, list: 0 }, -Infinity];
  for (const branch of near) {
    const means = listMeans[branch];
    if (!means || means.length === 0) continue;
    const list = findNearest(values, row * dimensions, means, dimensions);
    const similarity = innerProduct(values, row * dimensions, means, list * dimensions, dimensions);
    if (similarity > best) [found, best] = [{ branch, list }, similarity];
  }
  return found;
}

function drawList({ dimensions, values }: Rows, members: readonly number[]): ClusterList {
  const sum = new Float32Array(dimensions);
  for (const member of members) {
    for (let index = 0; index < dimensions; index++) {
      sum[index] = (sum[index] ?? 0) + (values[member * dimensions + index] ?? 0);
    }
  }
  const mean = new Float32Array(dimensions);
  setDirection(mean, 0, sum);
  return { members, mean, closeness: innerProduct(sum, 0, mean, 0, dimensions) / members.length };
}
