import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** A certificate with its key, both as PEM. */
export interface FakeCertificate {
  readonly cert: string;
  readonly key: string;
}

/** How a fake mail server is guarded. */
export interface FakeGuard {
  /** Offers STARTTLS with it, or with `isSecure` speaks TLS from the first byte; without one nothing is encrypted. */
  readonly certificate?: FakeCertificate;
  readonly isSecure?: boolean;
  /** Lets nobody in without it. */
  readonly password?: string;
}

/** A password that a fake mail server was told. */
export interface ToldPassword {
  readonly password: string;
  readonly isEncrypted: boolean;
}

/** Who signs certificates of tests. */
export interface FakeAuthority extends FakeCertificate {
  /** Of a server of that name, good from yesterday until tomorrow unless a test says otherwise. */
  certify(name: string, until?: Date): FakeCertificate;
}

const DAY_MS = 86_400_000;
const OID = {
  commonName: '0603550403',
  ecdsaWithSha256: '06082a8648ce3d040302',
  basicConstraints: '0603551d13',
  subjectAltName: '0603551d11',
} as const;

/** Makes an authority that nobody trusts until it is told to; each has keys of its own, and none is kept. */
export function makeFakeAuthority(): FakeAuthority {
  const name = 'Pandu test authority';
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const about = {
    issuer: name,
    publicKey: keys.publicKey,
    signer: keys.privateKey,
    until: new Date(Date.now() + DAY_MS),
  };
  const isAuthority = sequence(hex(OID.basicConstraints), octets(sequence(tlv(0x01, Buffer.of(0xff)))));
  return {
    ...pem(keys.privateKey, write({ ...about, subject: name }, isAuthority)),
    certify(host, until = new Date(Date.now() + DAY_MS)) {
      const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const names = sequence(hex(OID.subjectAltName), octets(sequence(tlv(0x82, Buffer.from(host)))));
      const its = { ...about, subject: host, publicKey: own.publicKey, until };
      return pem(own.privateKey, write(its, names));
    },
  };
}

interface Subject {
  readonly subject: string;
  readonly issuer: string;
  readonly publicKey: KeyObject;
  readonly signer: KeyObject;
  readonly until: Date;
}

/** RFC 5280, 4.1, in DER: version 3 with one extension. */
function write(about: Subject, extension: Buffer): Buffer {
  const { subject, issuer, publicKey, signer, until } = about;
  const algorithm = sequence(hex(OID.ecdsaWithSha256));
  const from = new Date(Math.min(Date.now(), until.getTime()) - DAY_MS);
  const body = sequence(
    tlv(0xa0, tlv(0x02, Buffer.of(2))),
    tlv(0x02, Buffer.concat([Buffer.of(1), randomBytes(15)])),
    algorithm,
    nameOf(issuer),
    sequence(time(from), time(until)),
    nameOf(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    tlv(0xa3, sequence(extension)),
  );
  const signature = tlv(0x03, Buffer.concat([Buffer.of(0), sign('sha256', body, signer)]));
  return sequence(body, algorithm, signature);
}

function nameOf(text: string): Buffer {
  return sequence(tlv(0x31, sequence(hex(OID.commonName), tlv(0x0c, Buffer.from(text)))));
}

function time(date: Date): Buffer {
  return tlv(0x18, Buffer.from(`${date.toISOString().replace(/\D/g, '').slice(0, 14)}Z`));
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tlv(0x30, Buffer.concat(parts));
}

function octets(content: Buffer): Buffer {
  return tlv(0x04, content);
}

function hex(text: string): Buffer {
  return Buffer.from(text, 'hex');
}

/** Tag, length, value; lengths up to 65,535 bytes. */
function tlv(tag: number, value: Buffer): Buffer {
  const { length } = value;
  if (length < 0x80) return Buffer.concat([Buffer.of(tag, length), value]);
  const size = length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...size), value]);
}

function pem(key: KeyObject, certificate: Buffer): FakeCertificate {
  const lines = certificate.toString('base64').replace(/.{64}/g, '$&\n');
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}
