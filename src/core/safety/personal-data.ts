/** Kinds of personal data that are found. */
export const PERSONAL_KINDS = [
  'nik',
  'kk',
  'npwp',
  'bpjs',
  'passport',
  'account',
  'card',
  'cvv',
  'otp',
  'pin',
  'password',
  'phone',
  'email',
  'address',
  'plate',
  'birthdate',
  'name-of-mother',
] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

/** Kinds that nobody may ever ask for: whoever has one can take the money or the account. */
export const SECRET_KINDS = ['otp', 'pin', 'cvv', 'password', 'card'] as const;
export type SecretKind = (typeof SECRET_KINDS)[number];

/** Where something personal stands: [start, end) offsets into the text as given. */
export interface PersonalSpan<Kind extends PersonalKind = PersonalKind> {
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
}
