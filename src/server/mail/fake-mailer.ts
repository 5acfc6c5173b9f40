import { checkMail } from './check-mail.ts';
import type { Mail, Mailer } from './mailer.ts';

/** A mailer that keeps what it is given, as a server would after the same checks. */
export interface FakeMailer extends Mailer {
  readonly sent: Mail[];
  /** Throws it in place of the next sendings, until it is undefined again. */
  fault: Error | undefined;
}

export function createFakeMailer(): FakeMailer {
  const sent: Mail[] = [];
  const mailer: FakeMailer = {
    sent,
    fault: undefined,
    send(mail) {
      if (mailer.fault) return Promise.reject(mailer.fault);
      sent.push(checkMail(mail));
      return Promise.resolve();
    },
  };
  return mailer;
}
