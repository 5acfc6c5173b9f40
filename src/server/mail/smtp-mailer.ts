import type { Transporter } from 'nodemailer';
import type { MailSettings } from '../settings/index.ts';
import { checkMail } from './check-mail.ts';
import { isLoopbackHost } from './is-loopback-host.ts';
import { MailError, MailRefusedError, type Mailer } from './mailer.ts';

const SUBMISSION_PORT = 587;
const SMTPS_PORT = 465;
const CONNECT_MS = 10_000;
const SILENCE_MS = 45_000;

/**
 * Sends by SMTP (nodemailer, loaded with the first mail). A password travels encrypted alone, except to this machine;
 * certificates are checked.
 */
export function openSmtpMailer({ smtpUrl, from }: Pick<MailSettings, 'smtpUrl' | 'from'>): Mailer {
  let transport: Promise<Transporter> | undefined;
  return {
    async send(mail) {
      const { to, subject, text, html, messageId, references, isAutomatic } = checkMail(mail);
      transport ??= connect(smtpUrl);
      const transporter = await transport;
      try {
        await transporter.sendMail({
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
        });
      } catch (fault) {
        throw isRefusal(fault)
          ? new MailRefusedError('The server of the mailbox does not take this mail.')
          : new MailError('The mail server does not take mail now.');
      }
    },
  };
}

async function connect(smtpUrl: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  const { protocol, hostname, port, username, password } = new URL(smtpUrl);
  const isSecure = protocol === 'smtps:';
  const isHere = isLoopbackHost(hostname);
  return createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (isSecure ? SMTPS_PORT : SUBMISSION_PORT) : Number(port),
    secure: isSecure,
    requireTLS: !isSecure && !isHere && username !== '',
    ...(username !== '' && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
    // The certificate of a server on this machine proves nothing.
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: !isHere },
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
  });
}

/** 5xx about this mail or its mailbox; a login that is wrong is no fault of either. */
function isRefusal(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  const code = 'responseCode' in fault ? Number(fault.responseCode) : 0;
  const command = 'command' in fault ? String(fault.command) : '';
  return code >= 500 && code <= 599 && ['RCPT TO', 'DATA'].includes(command);
}
