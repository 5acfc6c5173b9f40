import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readContentFiles } from '../content/index.ts';
import { BUILD_COMMAND } from '../release/index.ts';
import type { Bench } from './bench.ts';
import { growContent } from './synthetic/grow-content.ts';
import { formatBytes, formatMs } from './table.ts';
import { watchProcesses } from './watch-processes.ts';

const GUIDES = 10_000;
const TARGET_MS = 5 * 60_000;
const TARGET_BYTES = 4 * 2 ** 30;
const PROGRESS_EVERY_MS = 10_000;

/** What one build took. */
interface BuildMeasure {
  readonly guides: number;
  readonly exitCode: number;
  readonly ms: number;
  /** Processor time, all cores together: what stays the same when others use the machine as well. */
  readonly cpuMs: number;
  /** The most resident memory of all processes of the build together. */
  readonly peakBytes: number;
  readonly pages: number;
  readonly outputBytes: number;
}

/** Builds the static site of a grown content, in both languages, in a copy of the project. */
export const buildBench: Bench = async ({ root, report, options }) => {
  const guides = options.guides?.[0] ?? GUIDES;
  const project = await mkdtemp(path.join(tmpdir(), 'pandu-bench-build-'));
  try {
    report(`writing ${guides} guides`);
    await copyProject(root, project);
    await writeGuides(root, project, guides);
    report('building');
    const data = await build(project, guides, report);
    return { data, text: draw(data) };
  } finally {
    await rm(project, { recursive: true, force: true });
  }
};

/** Everything but outputs and dependencies; those are linked. */
async function copyProject(root: string, project: string): Promise<void> {
  const left = /^(node_modules|dist|\..*)$/;
  for (const name of await readdir(root)) {
    if (!left.test(name)) await cp(path.join(root, name), path.join(project, name), { recursive: true });
  }
  await symlink(path.join(root, 'node_modules'), path.join(project, 'node_modules'), 'dir');
}

async function writeGuides(root: string, project: string, guides: number): Promise<void> {
  for (const { path: file, text } of growContent(await readContentFiles(root), guides)) {
    const target = path.join(project, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  }
}

async function build(project: string, guides: number, report: (line: string) => void): Promise<BuildMeasure> {
  const started = performance.now();
  const child = spawn(process.execPath, [...BUILD_COMMAND, '--static'], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => log.push(text));
  const watch = await watchProcesses(child.pid ?? 0);
  const timer = setInterval(() => {
    const last =
      log
        .join('')
        .trimEnd()
        .split(/[\r\n]/)
        .at(-1) ?? '';
    const { bytes, cpuMs } = watch.current();
    const times = `${formatMs(performance.now() - started)}, ${formatMs(cpuMs)} of processor`;
    report(`${times}, ${formatBytes(bytes)}  ${last.slice(0, 100)}`);
  }, PROGRESS_EVERY_MS);
  const [code] = (await once(child, 'close')) as [number | null];
  clearInterval(timer);
  const ms = performance.now() - started;
  const { bytes: peakBytes, cpuMs } = watch.stop();
  if (code !== 0) report(log.join('').slice(-3000));
  const output = await measureFolder(path.join(project, 'dist', 'static'));
  return { guides, exitCode: code ?? -1, ms, cpuMs, peakBytes, ...output };
}

async function measureFolder(folder: string): Promise<{ pages: number; outputBytes: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  let [pages, outputBytes] = [0, 0];
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    if (entry.name.endsWith('.html')) pages++;
    outputBytes += (await stat(path.join(entry.parentPath, entry.name))).size;
  }
  return { pages, outputBytes };
}

function draw({ guides, exitCode, ms, cpuMs, peakBytes, pages, outputBytes }: BuildMeasure): string {
  const against = (met: boolean) => (met ? 'met' : 'not met');
  return [
    `${guides.toLocaleString('en')} guides in two languages, static build${exitCode === 0 ? '' : ` (failed with ${exitCode})`}`,
    `time    ${(ms / 1000).toFixed(1)} s (target 300 s on two cores: ${against(exitCode === 0 && ms <= TARGET_MS)})`,
    `cpu     ${(cpuMs / 1000).toFixed(0)} s of processor time`,
    `memory  ${formatBytes(peakBytes)} at the most, all processes (target 4 GiB: ${against(peakBytes <= TARGET_BYTES)})`,
    `output  ${pages.toLocaleString('en')} pages, ${formatBytes(outputBytes)}`,
  ].join('\n');
}
