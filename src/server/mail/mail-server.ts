import { isIP } from 'node:net';
import type { SecureContextOptions } from 'node:tls';
import { isLoopbackHost } from './is-loopback-host.ts';

/** Where a server is expected that names no port, by the protocol of its address. */
export const MAIL_PORTS = { 'smtp:': 587, 'smtps:': 465, 'imap:': 143, 'imaps:': 993 } as const;
const PORT_OF: Readonly<Record<string, number>> = MAIL_PORTS;

/** How a mail server is reached, and what it must prove before it is told a password. */
export interface MailServer {
  /** A name or a network address. */
  readonly host: string;
  readonly port: number;
  /** Encrypted from the first byte. */
  readonly isSecure: boolean;
  /** Nothing may be said to it before the connection is encrypted. */
  readonly mustEncrypt: boolean;
  readonly user: string;
  readonly password: string;
  readonly tls: Pick<SecureContextOptions, 'minVersion'> & {
    readonly rejectUnauthorized: boolean;
    /** The name that its certificate must have; absent for an address, which the certificate must have then. */
    readonly servername?: string;
  };
}

/**
 * Reads SMTP_URL or IMAP_URL. A password travels encrypted alone, except to this machine; certificates are checked by
 * the authorities that Node trusts. `at` is where the server is reached in place of its host; what it must prove
 * stays the same.
 */
export function readMailServer(address: string, at?: string): MailServer {
  const { protocol, hostname, port, username, password } = new URL(address);
  const host = hostname.replace(/^\[|\]$/g, '');
  const isSecure = protocol.endsWith('s:');
  const isHere = isLoopbackHost(hostname);
  return {
    host: at ?? host,
    port: port === '' ? (PORT_OF[protocol] ?? 0) : Number(port),
    isSecure,
    mustEncrypt: !isSecure && !isHere && username !== '',
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    tls: {
      minVersion: 'TLSv1.2',
      // The certificate of a server on this machine proves nothing.
      rejectUnauthorized: !isHere,
      ...(isIP(host) === 0 && { servername: host }),
    },
  };
}
