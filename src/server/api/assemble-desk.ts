import { permalinkPath } from '../../core/article/browser.ts';
import type { Knowledge } from '../../core/assistant/index.ts';
import type { DeskRules } from '../../core/ticket/index.ts';
import type { SendLink } from '../agent-api/index.ts';
import { openAgents, type Agents } from '../agent/index.ts';
import { openAttachments, type Attachments } from '../attachment/index.ts';
import {
  chatwootConnector,
  openHandOver,
  zammadConnector,
  type Connector,
  type HandOver,
} from '../connector/index.ts';
import type { Macro } from '../content/index.ts';
import type { Database } from '../database/index.ts';
import { openPresence, type Presence } from '../desk/index.ts';
import { openIntake, type Intake } from '../intake/index.ts';
import {
  createMailHealth,
  createPost,
  openDelivery,
  openSmtpMailer,
  receiveMail,
  type MailState,
  type MailWay,
  type Post,
} from '../mail/index.ts';
import { openDeliveryJournal, openOutbox, type Outbox } from '../outbox/index.ts';
import { createAskOutward } from '../outward/index.ts';
import { openSubjects, type Subjects } from '../privacy/index.ts';
import type { HandoffSettings, Settings } from '../settings/index.ts';
import { ticketPath } from '../ticket-api/index.ts';
import {
  createLiveTickets,
  openTicketStore,
  type LiveTickets,
  type TicketMeans,
  type TicketStore,
} from '../ticket/index.ts';
import { openWebhooks } from '../webhook/index.ts';
import type { AppParts } from './app-parts.ts';
import { allEffects, handleOthers, tellOthers } from './desk-effects.ts';
import { repeat } from './repeat.ts';

/** What a desk is put together from. */
export interface DeskMeans extends Pick<AppParts, 'readArticle' | 'log'> {
  readonly database: Database;
  readonly knowledge: Knowledge;
  /** Hours, priorities and targets. */
  readonly rules: DeskRules;
  readonly macros: readonly Macro[];
  readonly settings: Settings;
}

/** Readers write, agents answer: everything behind the routes of both. */
export interface AssembledDesk {
  readonly store: TicketStore;
  readonly agents: Agents;
  readonly attachments: Attachments;
  readonly intake: Intake;
  readonly subjects: Subjects;
  readonly live: LiveTickets;
  readonly presence: Presence;
  readonly knowledge: Knowledge;
  readonly macros: readonly Macro[];
  /** Where drafts of guides are laid. */
  readonly dataDir: string;
  readonly outbox: Outbox;
  readonly post: Post;
  /** Mails a link for a password of one's own. */
  readonly mailLink: SendLink;
  /** False when answers stand only on the page of a ticket. */
  readonly answersByMail: boolean;
  /** How each way of mail goes that the settings name. */
  readonly mail: Readonly<Partial<Record<MailWay, () => MailState>>>;
  /** Ends what runs beside the requests. */
  close(): Promise<void>;
}

const SWEEP_EVERY_MS = 60_000;
const EXPIRE_EVERY_MS = 3_600_000;
const TIDY_EVERY_MS = 3_600_000;
/** Whoever sets mail up sees at the start what is wrong, and later that it is well again. */
const CHECK_MAIL_MS = 300_000;

/** Puts the desk together, and begins to carry out what waits in its outbox. */
export async function assembleDesk(means: DeskMeans): Promise<AssembledDesk> {
  const { database, settings, log } = means;
  const now = () => new Date();
  const ask = createAskOutward({ networks: settings.handoff.networks });
  const connector = connectorOf(settings.handoff, ask);
  const webhooks = openWebhooks(settings.handoff.webhooks, ask);
  const answersByMail = settings.mail.smtpUrl !== '';
  const health = createMailHealth(log);
  const mailer = openSmtpMailer(settings.mail, { health, now });
  const journal = await openDeliveryJournal(settings.dataDir, { log, now });
  const outbox = await openOutbox(database, { log, journal });
  const post = createPost({ outbox, now, tellsAgents: connector === undefined });
  const others = tellOthers(outbox, webhooks.endpoints, connector?.name);
  const store = await openTicketStore(database, {
    ...means.rules,
    effects: answersByMail ? allEffects(post.effects, others) : others,
    now,
    keepDays: settings.desk.ticketDays,
    riskOf: riskIn(means.knowledge),
  });
  const delivery = await openDelivery(database, { ...deliveryParts(means), mailer, ...store, now });
  const attachments = await openAttachments(database, { now });
  const intake = await openIntake(database, {
    now,
    sendCode: answersByMail ? (...about) => post.code(...about) : noMail,
  });
  const handOver = connector && (await openHandOver(database, connector, { desk: store.desk, now }));
  const agents = await openAgents(database, {
    settings,
    now,
    limits: intake.limits,
    hasLimits: settings.rateLimits,
  });
  await outbox.work({
    ...delivery.handlers,
    deadline: () => post.collectDeadlines(database),
    ...handleOthers({ webhooks, ...withHandOver(handOver) }, store.desk),
  });
  const live = await createLiveTickets(database);
  // Before anybody who listens asks for the list again.
  live.subscribe('*', () => {
    store.forgetCounts();
  });
  const presence = await openPresence(database, now);
  const jobs = [
    repeat('Deadlines of tickets', SWEEP_EVERY_MS, log, () => store.sweepDeadlines()),
    repeat('Order among tickets', TIDY_EVERY_MS, log, () => store.tidy()),
    repeat('What is over of tickets', EXPIRE_EVERY_MS, log, async () => {
      await store.expire();
      await attachments.expire();
      await intake.expire();
      await delivery.expire();
      await agents.expire();
    }),
    ...(answersByMail
      ? [
          repeat('Mail', CHECK_MAIL_MS, log, async () => {
            if (health.read('sending') !== 'ok') await mailer.check();
          }),
        ]
      : []),
  ];
  const receiving =
    settings.mail.imapUrl === ''
      ? undefined
      : receiveMail(database, { ...settings, tickets: store.tickets, attachments, health, now, log });
  return {
    store,
    attachments,
    intake,
    subjects: openSubjects(database, { now, dataDir: settings.dataDir }),
    agents,
    live,
    presence,
    knowledge: means.knowledge,
    macros: means.macros,
    dataDir: settings.dataDir,
    outbox,
    post,
    answersByMail,
    mail: {
      ...(answersByMail && { sending: () => health.read('sending') }),
      ...(receiving && { receiving: () => health.read('receiving') }),
    },
    mailLink: (kind, email, lang, link) =>
      database.transaction((session) => post[kind](session, email, lang, link)),
    async close() {
      for (const job of jobs) job.stop();
      await receiving?.stop();
      await Promise.all([live.close(), presence.close()]);
      await outbox.stop();
    },
  };
}

/** Whoever runs a desk without mail gives lost links back by hand. */
function noMail(): Promise<void> {
  return Promise.resolve();
}

function connectorOf(
  { to, chatwoot, zammad }: HandoffSettings,
  ask: ReturnType<typeof createAskOutward>,
): Connector | undefined {
  if (to === 'chatwoot') return chatwootConnector(chatwoot, ask);
  return to === 'zammad' ? zammadConnector(zammad, ask) : undefined;
}

function withHandOver(handOver: HandOver | undefined): { readonly handOver?: HandOver } {
  return handOver ? { handOver } : {};
}

function riskIn({ model }: Knowledge): TicketMeans['riskOf'] {
  return (id) => {
    const problem = model.problems[model.placeOf.get(id) ?? -1];
    return problem && { risk: problem.risk, escalate: problem.escalate };
  };
}

function deliveryParts({ settings: { siteUrl }, readArticle }: DeskMeans) {
  return {
    siteUrl,
    ticketUrl: (lang: 'id' | 'en', token: string) => `${siteUrl}${ticketPath(lang, token)}`,
    nameGuide: async (lang: 'id' | 'en', problem: string) => {
      const article = await readArticle(lang, problem);
      return article && { title: article.title, url: `${siteUrl}${permalinkPath(article.code, lang)}` };
    },
  };
}
