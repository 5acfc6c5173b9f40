import type { Transporter } from 'nodemailer';
import type { MailSettings } from '../settings/index.ts';
import { checkMail } from './check-mail.ts';
import type { MailHealth } from './mail-health.ts';
import { readMailServer, type MailServer } from './mail-server.ts';
import { AFTER_PASSWORD_MS, findTrouble } from './mail-trouble.ts';
import { MailAwayError, MailError, MailRefusedError, type Mailer } from './mailer.ts';

const CONNECT_MS = 10_000;
const SILENCE_MS = 45_000;

/** What a mailer has besides its settings. */
export interface SmtpMeans {
  readonly health: MailHealth;
  readonly now: () => Date;
  /** Where the server is reached in place of the host in its address. */
  readonly at?: string;
}

/** A mailer that can be asked whether its server is well, without a mail. */
export interface SmtpMailer extends Mailer {
  /** Connects and signs in; what is wrong stands in the health then. */
  check(): Promise<void>;
}

/** Sends by SMTP (nodemailer, loaded with the first mail), as {@link readMailServer} says. */
export function openSmtpMailer(
  { smtpUrl, from }: Pick<MailSettings, 'smtpUrl' | 'from'>,
  { health, now, at }: SmtpMeans,
): SmtpMailer {
  let transport: Promise<Transporter> | undefined;
  let quietUntil = 0;
  const ask = async (work: (transporter: Transporter) => Promise<unknown>) => {
    if (now().getTime() < quietUntil)
      throw new MailAwayError('The mail server took no password a moment ago.');
    transport ??= connect(readMailServer(smtpUrl, at));
    const transporter = await transport;
    try {
      await work(transporter);
    } catch (fault) {
      const trouble = findTrouble('sending', fault);
      health.tell('sending', trouble);
      if (trouble?.kind === 'password') quietUntil = now().getTime() + AFTER_PASSWORD_MS;
      if (trouble) throw new MailAwayError('The mail server does not take mail now.');
      throw isRefusal(fault)
        ? new MailRefusedError('The server of the mailbox does not take this mail.')
        : new MailError('The mail server does not take this mail now.');
    }
    health.tell('sending');
  };
  return {
    async check() {
      await ask((transporter) => transporter.verify()).catch((fault: unknown) => {
        // It stands in the health.
        if (!(fault instanceof MailError)) throw fault;
      });
    },
    async send(mail) {
      const { to, subject, text, html, messageId, references, isAutomatic } = checkMail(mail);
      await ask((transporter) =>
        transporter.sendMail({
          from,
          replyTo: from,
          to: { name: '', address: to },
          subject,
          text,
          html,
          messageId,
          ...(references.length > 0 && { inReplyTo: references.at(-1), references: [...references] }),
          // Programs that answer by themselves leave such mail alone (RFC 3834, and what others look for).
          headers: {
            'Auto-Submitted': isAutomatic ? 'auto-generated' : 'no',
            'X-Auto-Response-Suppress': 'All',
          },
          disableFileAccess: true,
          disableUrlAccess: true,
        }),
      );
    },
  };
}

async function connect({ host, port, isSecure, mustEncrypt, user, password, tls }: MailServer) {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    host,
    port,
    secure: isSecure,
    requireTLS: mustEncrypt,
    ...(user !== '' && { auth: { user, pass: password } }),
    tls,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
  });
}

/** 5xx, when it is about this mail or its mailbox. */
function isRefusal(fault: unknown): boolean {
  return fault instanceof Error && 'responseCode' in fault && Number(fault.responseCode) >= 500;
}
