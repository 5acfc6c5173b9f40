import type { Surroundings } from '../../core/assistant/index.ts';
import type { Embedder } from '../../core/search/index.ts';
import { findUndecidedYears, type DeskRules } from '../../core/ticket/index.ts';
import { loadDeskRules, loadMacros } from '../content/index.ts';
import type { Database } from '../database/index.ts';
import { createRateLimiter, type PageLocals } from '../http/index.ts';
import type { Release } from '../release/index.ts';
import type { Settings } from '../settings/index.ts';
import { assembleConversations } from './assemble-conversations.ts';
import { assembleDesk } from './assemble-desk.ts';
import { createApp } from './create-app.ts';
import { listen } from './listen.ts';
import { openRelease } from './open-release.ts';

export interface RunningServer {
  readonly port: number;
  /** The path of the one-time link for the first admin of the desk; undefined once there is one, or without a desk. */
  readonly firstAdminPath: string | undefined;
  /** Says on `/readyz` that it stops, ends streams, lets what is running end, and settles. */
  stop(): Promise<void>;
}

/** What a server has besides the build. */
export interface ServerMeans {
  /** Compares meanings in search; without it words alone are compared. */
  readonly embedder?: Embedder | undefined;
  /** The top of the repository, for what the content says of the server itself. */
  readonly root: string;
  /** Keeps conversations and tickets; with PANDU_SEARCH=postgres it also holds this build's guides and ranks them. */
  readonly database: Database;
}

/** A desk takes conversations over, and incidents are not known yet. */
const WITH_DESK: Surroundings = { incidents: [], has: ['desk', 'network'] };

/** A reader writes no faster; many readers may share one address. */
const BEGIN_RATE = { burst: 30, perSecond: 0.5 };
const STEP_RATE = { burst: 120, perSecond: 5 };

/**
 * Serves a release on the port of the settings.
 * @throws {ListenError} when the port cannot be had.
 * @throws {DatabaseError} when a newer Pandu has changed the database.
 */
export async function startServer(
  release: Release,
  settings: Settings,
  { embedder, database, root }: ServerMeans,
): Promise<RunningServer> {
  const now = () => performance.now();
  const { siteUrl, rateLimits, trustedProxies } = settings;
  const log = (line: string) => {
    console.error(line);
  };
  const means = { embedder, database: settings.search === 'postgres' ? database : undefined };
  const { knowledge, ...opened } = await openRelease(release, siteUrl, means, (reason) => {
    log(
      JSON.stringify({
        level: 'warning',
        message: 'Words alone answered a search.',
        reason: String(reason),
      }),
    );
  });
  const { search, readArticle } = opened;
  const rules = settings.desk.isOn ? await readRules(root, log) : undefined;
  const talk = await assembleConversations({
    database,
    knowledge: () => Promise.resolve(rules ? { ...knowledge, surroundings: WITH_DESK } : knowledge),
    search,
    readArticle,
    settings,
    log,
  });
  const desk =
    rules &&
    (await assembleDesk({
      database,
      knowledge,
      rules,
      macros: await loadMacros(root),
      readArticle,
      settings,
      log,
    }));
  const stopping = new AbortController();
  const limiter = (rate?: { readonly burst: number; readonly perSecond: number }) =>
    createRateLimiter({ trustedProxies, now, ...rate });
  const app = createApp({
    ...opened,
    ...talk,
    ...(desk && { desk }),
    keep: keepOf(settings),
    siteUrl,
    ...(rateLimits && {
      rateLimiter: limiter(),
      conversationLimits: { begin: limiter(BEGIN_RATE), step: limiter(STEP_RATE) },
    }),
    isReady: () => !stopping.signal.aborted,
    stopping: stopping.signal,
    now,
    log,
  });
  const listening = await listen((request, env) => app.fetch(request, env), settings);
  return {
    port: listening.port,
    firstAdminPath: await desk?.agents.firstAdminPath(),
    async stop() {
      stopping.abort();
      talk.close();
      await listening.close();
      await desk?.close();
    },
  };
}

function keepOf({ conversationDays, desk, backups, databaseUrl }: Settings): NonNullable<PageLocals['keep']> {
  return {
    PANDU_CONVERSATION_DAYS: conversationDays,
    PANDU_TICKET_DAYS: desk.ticketDays,
    PANDU_AUDIT_DAYS: desk.auditDays,
    PANDU_BACKUPS: databaseUrl === '' ? backups.kept : 0,
  };
}

/** How the desk works. Without its file there is none; a year without holidays counts them as working days. */
async function readRules(root: string, log: (line: string) => void): Promise<DeskRules | undefined> {
  const rules = await loadDeskRules(root);
  const warn = (message: string) => {
    log(JSON.stringify({ level: 'warning', message }));
  };
  if (!rules) {
    warn(
      'There is no content/policy/desk.yaml, so readers cannot write to agents. PANDU_DESK=off says so on purpose.',
    );
    return undefined;
  }
  for (const year of findUndecidedYears(rules.holidays, new Date())) {
    warn(
      `content/policy/holidays.yaml has no holidays of ${year}; they count as working days until it does.`,
    );
  }
  return rules;
}
