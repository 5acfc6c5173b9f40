import {
  findPersonalData,
  findSecrets,
  mask,
  PERSONAL_KINDS,
  SECRET_KINDS,
  type PersonalKind,
  type PersonalSpan,
} from '../../core/safety/index.ts';

/** A message with what must be masked in it. */
export interface LabelledMessage {
  readonly text: string;
  readonly spans: readonly PersonalSpan[];
}

/** How many spans there are, are found, and are right; of one kind or of all. */
export interface MaskingCount {
  readonly labelled: number;
  readonly found: number;
  /** Labelled spans that are found with the same bounds and kind. */
  readonly exact: number;
  /** Labelled spans of which some part is found, whatever its kind. */
  readonly touched: number;
  /** Found spans that touch no labelled one. */
  readonly extra: number;
}

/** What stops a message in the browser before it is sent. */
export interface BlockCount {
  /** Messages that are labelled with a secret, and how many of them are stopped. */
  readonly withSecret: number;
  readonly stopped: number;
  /** Messages without one, and how many of them are stopped all the same. */
  readonly innocent: number;
  readonly stoppedInVain: number;
}

export interface MaskingEvaluation {
  readonly messages: number;
  readonly all: MaskingCount;
  readonly byKind: Readonly<Partial<Record<PersonalKind, MaskingCount>>>;
  readonly blocks: BlockCount;
  /** Messages where masking the masked text changes it. */
  readonly unstable: number;
}

/** Aims of the product on messages like the labelled ones. */
export const MASKING_AIMS = { recall: 0.98, precision: 0.95 } as const;

/** Masks every message and compares with the labels. */
export function evaluateMasking(messages: readonly LabelledMessage[]): MaskingEvaluation {
  const judged = messages.map(({ text, spans }) => ({ spans, found: findPersonalData(text) }));
  const count = (ofKind: (span: PersonalSpan) => boolean): MaskingCount => {
    const counts = judged.map((one) => countOne(one.spans, one.found, ofKind));
    const sum = (field: keyof MaskingCount) => counts.reduce((total, one) => total + one[field], 0);
    return {
      labelled: sum('labelled'),
      found: sum('found'),
      exact: sum('exact'),
      touched: sum('touched'),
      extra: sum('extra'),
    };
  };
  const byKind = PERSONAL_KINDS.map((kind) => [kind, count((span) => span.kind === kind)] as const);
  const unstable = messages.filter(({ text }) => {
    const once = mask(text).text;
    return mask(once).text !== once;
  }).length;
  return {
    messages: messages.length,
    all: count(() => true),
    byKind: Object.fromEntries(byKind),
    blocks: countBlocks(messages),
    unstable,
  };
}

function countBlocks(messages: readonly LabelledMessage[]): BlockCount {
  const isSecret = ({ kind }: PersonalSpan) => (SECRET_KINDS as readonly PersonalKind[]).includes(kind);
  const judged = messages.map(({ text, spans }) => ({
    hasSecret: spans.some(isSecret),
    isStopped: findSecrets(text).length > 0,
  }));
  const count = (hasSecret: boolean, isStopped?: true) =>
    judged.filter((one) => one.hasSecret === hasSecret && (isStopped === undefined || one.isStopped)).length;
  return {
    withSecret: count(true),
    stopped: count(true, true),
    innocent: count(false),
    stoppedInVain: count(false, true),
  };
}

function countOne(
  labelled: readonly PersonalSpan[],
  found: readonly PersonalSpan[],
  ofKind: (span: PersonalSpan) => boolean,
): MaskingCount {
  const wanted = labelled.filter(ofKind);
  const got = found.filter(ofKind);
  return {
    labelled: wanted.length,
    found: got.length,
    exact: wanted.filter((span) => found.some((one) => isSame(one, span))).length,
    touched: wanted.filter((span) => found.some((one) => touches(one, span))).length,
    extra: got.filter((span) => !labelled.some((one) => touches(one, span))).length,
  };
}

function isSame(one: PersonalSpan, other: PersonalSpan): boolean {
  return one.start === other.start && one.end === other.end && one.kind === other.kind;
}

function touches(one: PersonalSpan, other: PersonalSpan): boolean {
  return one.start < other.end && other.start < one.end;
}
