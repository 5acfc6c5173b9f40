import type { Channel, Language, Sector } from '../../core/article/browser.ts';
import type { ChannelKey, Rating } from '../../core/assistant/browser.ts';

/** The words and addresses of the page in one language; `{…}` are filled in. */
export interface DiagnosisWords {
  readonly paths: {
    readonly diagnosis: string;
    readonly urgent: string;
    /** With `{slug}`. */
    readonly service: string;
    readonly services: string;
  };
  readonly otherLanguage: { readonly text: string; readonly lang: Language; readonly path: string };
  readonly told: string;
  readonly you: string;
  readonly fromGuide: string;
  readonly change: string;
  readonly unknownAnswer: string;
  readonly question: string;
  readonly fieldLabel: string;
  readonly fieldAgain: string;
  readonly fieldAnother: string;
  readonly placeholder: string;
  readonly send: string;
  readonly searching: string;
  readonly notStarted: string;
  readonly sectorsLabel: string;
  readonly sectors: Readonly<Record<Sector, string>>;
  readonly left: string;
  readonly leftOne: string;
  readonly whyAsked: string;
  readonly dontKnow: string;
  readonly noneOfThese: string;
  readonly confirmTitle: string;
  readonly confirmYes: string;
  readonly confirmOther: string;
  readonly stay: string;
  readonly moveTo: string;
  readonly stepNow: string;
  readonly danger: string;
  readonly minutes: string;
  readonly lessThanMinute: string;
  readonly stepInGuide: string;
  readonly stepMissing: string;
  readonly worked: string;
  readonly failed: string;
  readonly cannot: string;
  readonly results: { readonly solved: string; readonly failed: string; readonly skipped: string };
  readonly urgentAction: string;
  /** Above the steps for money and accounts, where a life comes first. */
  readonly urgentMoneyToo: string;
  readonly urgentDetail: string;
  /** What to do next, each with the slugs of services whose quick channels stand below it. */
  readonly urgentSteps: readonly { readonly action: string; readonly services: readonly string[] }[];
  readonly urgentOpen: string;
  readonly urgentDone: string;
  readonly evidenceTitle: string;
  readonly evidence: readonly string[];
  readonly chronologyLabel: string;
  readonly chronologyCopy: string;
  /** The lines to fill in: when it began, what happened, then the others. */
  readonly chronology: readonly string[];
  readonly possible: string;
  readonly alsoSaid: string;
  readonly prevention: string;
  readonly another: string;
  readonly ratings: Readonly<Record<Rating, string>>;
  /** Before the steps that were ticked in the guide. */
  readonly triedThere: string;
  readonly handoffTitle: string;
  readonly summaryLabel: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyRefused: string;
  readonly mail: string;
  readonly mailNobody: string;
  /** With `{address}`. */
  readonly mailTo: string;
  readonly phoneNobody: string;
  readonly phoneMissing: string;
  readonly ways: Readonly<Record<ChannelKey, string>>;
  readonly wayFailed: Readonly<Record<ChannelKey, string>>;
  readonly sayFirst: string;
  readonly haveReady: string;
  readonly ready: readonly string[];
  readonly neverTell: string;
  readonly never: string;
  readonly serviceLabel: string;
  readonly serviceNone: string;
  readonly serviceShow: string;
  readonly serviceMissing: string;
  readonly servicePage: string;
  readonly directoryFailed: string;
  readonly channelKinds: Readonly<Record<Channel['kind'], string>>;
  readonly official: string;
  readonly press: string;
  readonly checked: string;
  readonly nearest: string;
  readonly resume: string;
  readonly back: string;
  readonly person: string;
  readonly clear: string;
  /** For readers without scripts: where their words are kept. */
  readonly keptOnServer: string;
  readonly cleared: string;
  /** Where a server had the conversation too. */
  readonly clearedBoth: string;
  readonly clearedHere: string;
  /** Who answers. */
  readonly byGuide: string;
  readonly byModel: string;
  /** Said before the first word, where a language model answers. */
  readonly sentToModel: string;
  readonly composing: string;
  readonly away: string;
}
