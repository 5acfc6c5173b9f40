import type { MailTrouble, MailWay, TroubleKind } from './mail-trouble.ts';

/** `unknown` before the first attempt. */
export type MailState = 'unknown' | 'ok' | TroubleKind;

/** How mail goes, for whoever runs Pandu: one line when that changes, however many mails there are. */
export interface MailHealth {
  /** Takes how an attempt went; without a trouble it went well. */
  tell(way: MailWay, trouble?: MailTrouble): void;
  read(way: MailWay): MailState;
}

const WELL: Readonly<Record<MailWay, string>> = {
  sending: 'Mail is sent again.',
  receiving: 'The mailbox is read again.',
};
const NOT_WELL: Readonly<Record<MailWay, string>> = {
  sending: 'No mail is sent now; it waits.',
  receiving: 'The mailbox cannot be read now.',
};

export function createMailHealth(log: (line: string) => void): MailHealth {
  const troubles = new Map<MailWay, MailTrouble | undefined>();
  return {
    tell(way, trouble) {
      const before = troubles.get(way);
      troubles.set(way, trouble);
      if (before?.words === trouble?.words) return;
      const line = trouble
        ? { level: 'error', message: `${NOT_WELL[way]} ${trouble.words}`, reason: trouble.kind }
        : { level: 'info', message: WELL[way] };
      log(JSON.stringify(line));
    },
    read: (way) => (troubles.has(way) ? (troubles.get(way)?.kind ?? 'ok') : 'unknown'),
  };
}
