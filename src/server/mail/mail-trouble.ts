import { MAIL_PORTS } from './mail-server.ts';

/** Why a mail server is of no use now. */
export type TroubleKind = 'away' | 'certificate' | 'encryption' | 'password' | 'sender' | 'taking';

/** What is wrong with a mail server, for whoever runs Pandu; it names neither a person nor a host. */
export interface MailTrouble {
  readonly kind: TroubleKind;
  /** What happened and what to do, in one line. */
  readonly words: string;
}

/** Which of the two ways of mail. */
export type MailWay = 'sending' | 'receiving';

/** Servers lock out whoever comes with a wrong password again and again, so they are left alone for so long. */
export const AFTER_PASSWORD_MS = 5 * 60_000;

const SETTINGS = { sending: 'SMTP_URL', receiving: 'IMAP_URL' } as const satisfies Record<MailWay, string>;
/** From its first byte, and by STARTTLS. */
const PROTOCOLS = { sending: ['smtps:', 'smtp:'], receiving: ['imaps:', 'imap:'] } as const;

/** By the code of Node's TLS (OpenSSL's X509_V_ERR, and what Node checks of the name). */
const CERTIFICATES: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'has expired. Whoever runs the server must renew it',
  CERT_NOT_YET_VALID: 'is not valid yet. Look whether the clock of this machine is right',
  CERT_REVOKED: 'was revoked. Whoever runs the server must renew it',
  ERR_TLS_CERT_ALTNAME_INVALID:
    'has another name than the one in the setting. Use the name that the certificate has, or have a certificate made for this one',
};
const UNKNOWN_AUTHORITY =
  'is of nobody that this machine trusts. If the authority is your own, start with NODE_EXTRA_CA_CERTS=/path/to/authority.pem';
const UNTRUSTED =
  /^(DEPTH_ZERO_)?SELF_SIGNED_CERT|^UNABLE_TO_(VERIFY|GET)|^CERT_(UNTRUSTED|SIGNATURE_FAILURE)|^INVALID_CA/;
const NO_TLS_THERE = /^ERR_SSL_|^EPROTO$/;

/** Commands of SMTP whose refusal may be about one mail, or one mailbox. */
const ABOUT_A_MAIL = ['MAIL FROM', 'RCPT TO', 'DATA'];

/**
 * What a fault of nodemailer or imapflow, or of what became of a mail, says of the way as a whole; undefined when it is
 * about one mail.
 */
export function findTrouble(way: MailWay, fault: unknown): MailTrouble | undefined {
  const known = describe(fault);
  if (way === 'receiving' && known.isOurs) return { kind: 'taking', words: wordTaking(fault) };
  const setting = SETTINGS[way];
  const certificate = known.codes.map(wordCertificate).find((words) => words !== undefined);
  if (certificate !== undefined)
    return { kind: 'certificate', words: `The certificate of the server of ${setting} ${certificate}.` };
  if (known.isWithoutTls) return { kind: 'encryption', words: wordEncryption(way) };
  if (known.isLogin) return { kind: 'password', words: wordPassword(setting) };
  if (known.command === 'MAIL FROM' && known.status === 530) return { kind: 'password', words: NO_PASSWORD };
  if (known.command === 'MAIL FROM' && known.status >= 500) return { kind: 'sender', words: NOT_THE_SENDER };
  if (ABOUT_A_MAIL.includes(known.command) && known.status >= 400) return undefined;
  const code = known.codes.find((one) => /^E[A-Z]+$/.test(one)) ?? 'no code';
  return {
    kind: 'away',
    words: `The server of ${setting} does not answer as one should (${code}). It is asked again by itself; look whether its name and port are right.`,
  };
}

const NO_PASSWORD =
  'The server of SMTP_URL wants a user and a password. Put them into it, as the example in the README has them.';
const NOT_THE_SENDER =
  'The server of SMTP_URL takes no mail from the mailbox of MAIL_FROM. Use one that may send there.';

function wordCertificate(code: string): string | undefined {
  return CERTIFICATES[code] ?? (UNTRUSTED.test(code) ? UNKNOWN_AUTHORITY : undefined);
}

function wordTaking(fault: unknown): string {
  const reason = fault instanceof Error ? fault.name : 'unknown';
  return `What came cannot be kept now (${reason}). It stays in the mailbox and is taken later; look at the database.`;
}

function wordEncryption(way: MailWay): string {
  const [secure, plain] = PROTOCOLS[way];
  return `The server of ${SETTINGS[way]} does not encrypt the connection, so it was told no password. Use ${secure}// for port ${MAIL_PORTS[secure]}, or ${plain}// for port ${MAIL_PORTS[plain]} with STARTTLS.`;
}

function wordPassword(setting: string): string {
  return `The server of ${setting} does not take its user and password. Put in the right ones, with signs such as @ and / written as %40 and %2F, and start again.`;
}

interface Described {
  readonly codes: readonly string[];
  readonly command: string;
  readonly status: number;
  readonly isLogin: boolean;
  readonly isWithoutTls: boolean;
  /** It bears no mark of the libraries. */
  readonly isOurs: boolean;
}

const LIBRARY_MARKS = ['authenticationFailed', 'tlsFailed', 'responseStatus', 'command'];

/** Both libraries put what they know into fields of their own; nodemailer writes its code over that of Node. */
function describe(fault: unknown): Described {
  const fields: Readonly<Record<string, unknown>> =
    fault instanceof Error ? Object.fromEntries(Object.entries(fault)) : {};
  const codes = [fields['originalCode'], fields['code']].filter((code) => typeof code === 'string');
  const command = typeof fields['command'] === 'string' ? fields['command'] : '';
  const status = Number(fields['responseCode'] ?? 0);
  // 4xx: the server cannot look it up now.
  const isLogin =
    codes.some((code) => code === 'EAUTH' || code === 'ENOAUTH') && Math.trunc(status / 100) !== 4;
  return {
    codes,
    command,
    status,
    isLogin: isLogin || fields['authenticationFailed'] === true,
    isWithoutTls:
      command === 'STARTTLS' ||
      codes.some((code) => NO_TLS_THERE.test(code)) ||
      (fields['tlsFailed'] === true && codes.length === 0),
    isOurs: codes.length === 0 && LIBRARY_MARKS.every((mark) => fields[mark] === undefined),
  };
}
