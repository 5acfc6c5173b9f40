import type { Language } from '../../core/article/browser.ts';

/** What is said when something was not done. */
export interface RefusalWords {
  /** With `{seconds}`. */
  readonly wait: string;
  readonly locked: string;
  readonly expired: string;
  readonly void: string;
  readonly unavailable: string;
  readonly invalid: string;
  readonly forbidden: string;
  readonly away: string;
  /** There is no desk at this server. */
  readonly absent: string;
}

export interface SignInWords {
  readonly title: string;
  readonly email: string;
  readonly password: string;
  readonly submit: string;
  readonly wrong: string;
  /** With `{name}`. */
  readonly other: string;
  readonly otherFailed: string;
  readonly lost: string;
  readonly codeTitle: string;
  readonly codeText: string;
  readonly code: string;
  readonly codeSubmit: string;
  readonly codeWrong: string;
  readonly startAgain: string;
}

export interface StartWords {
  readonly firstTitle: string;
  readonly firstText: string;
  readonly inviteTitle: string;
  /** With `{email}`. */
  readonly inviteText: string;
  readonly resetTitle: string;
  readonly resetText: string;
  readonly name: string;
  readonly nameHint: string;
  readonly choose: string;
  readonly submit: string;
  readonly doneTitle: string;
  readonly doneText: string;
  readonly secondStep: string;
  readonly later: string;
  readonly voidTitle: string;
}

export interface OwnWords {
  readonly title: string;
  readonly back: string;
  readonly signOut: string;
  readonly passwordTitle: string;
  readonly passwordNone: string;
  readonly passwordText: string;
  readonly current: string;
  readonly next: string;
  readonly nextHint: string;
  readonly change: string;
  readonly changed: string;
  readonly wrong: string;
  readonly stepTitle: string;
  readonly stepOff: string;
  readonly stepOn: string;
  readonly stepNoPassword: string;
  readonly begin: string;
  readonly scan: string;
  readonly qrLabel: string;
  readonly typeInstead: string;
  readonly phoneCode: string;
  readonly finish: string;
  readonly codeWrong: string;
  readonly codesTitle: string;
  readonly codesText: string;
  readonly codesKept: string;
  readonly newCodes: string;
  readonly end: string;
  readonly ended: string;
  readonly mailTitle: string;
  readonly mailText: string;
  readonly mailDeadlines: string;
  readonly mailLang: string;
  readonly mailBoth: string;
  readonly mailSave: string;
  readonly mailSaved: string;
  readonly sessionsTitle: string;
  readonly sessionsText: string;
  readonly unknownDevice: string;
  readonly thisOne: string;
  readonly since: string;
  readonly endOne: string;
  readonly endOthers: string;
  readonly sessionsEnded: string;
}

export interface AdminWords {
  readonly title: string;
  readonly roles: Readonly<Record<'agent' | 'lead' | 'admin', string>>;
  readonly states: Readonly<Record<'active' | 'invited' | 'dismissed', string>>;
  readonly you: string;
  readonly hasStep: string;
  readonly role: string;
  readonly save: string;
  readonly saved: string;
  readonly more: string;
  readonly newLink: string;
  readonly endSessions: string;
  readonly dismiss: string;
  readonly dismissHint: string;
  readonly dismissed: string;
  readonly sessionsEnded: string;
  readonly lastAdmin: string;
  readonly inviteTitle: string;
  readonly inviteText: string;
  readonly invite: string;
  readonly taken: string;
  /** With `{email}`. */
  readonly linkFor: string;
  readonly linkText: string;
  readonly copy: string;
  readonly copied: string;
  readonly auditTitle: string;
  readonly auditText: string;
  readonly nobody: string;
  readonly older: string;
  /** What each action is called; any other is written as it is. */
  readonly actions: Readonly<Record<string, string>>;
}

/** The words of the pages on which agents sign in and look after accounts, in one language. */
export interface AccountWords {
  readonly switchLanguage: string;
  readonly loading: string;
  readonly tryAgain: string;
  readonly refusals: RefusalWords;
  readonly signIn: SignInWords;
  readonly start: StartWords;
  readonly own: OwnWords;
  readonly admin: AdminWords;
}

/** What a page is told by the build. */
export interface AccountSettings {
  readonly page: 'sign-in' | 'start' | 'manage';
  readonly words: Readonly<Record<Language, AccountWords>>;
}
