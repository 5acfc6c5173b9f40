/** The languages of the site, the default first. */
export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The sectors, in the order in which the site shows them. */
export const SECTORS = ['e-commerce', 'banking', 'social-media', 'education', 'government'] as const;
export type Sector = (typeof SECTORS)[number];

/** What can be lost when a reader does the wrong thing. */
export const RISKS = ['normal', 'money', 'security', 'personal-data', 'legal'] as const;
export type Risk = (typeof RISKS)[number];

/** When a person takes over: never by itself, after the steps, or at once. */
export const ESCALATIONS = ['self-service', 'if-unresolved', 'immediately'] as const;
export type Escalation = (typeof ESCALATIONS)[number];

/** One text twice: as plain words (search, copy, screen readers) and as safe HTML (pages). */
export interface RichText {
  readonly text: string;
  readonly html: string;
}

/** Words that exist in both languages. */
export type Bilingual = Readonly<Record<Language, string>>;

/** One step of a guide. `key` is stable and is also the step's anchor on the page. */
export interface Step {
  readonly key: string;
  readonly minutes: number;
  /** The bold sentence: what to do. */
  readonly action: RichText;
  /** The rest of the item: what is seen when it worked, and where to go when not. */
  readonly detail: RichText;
  /** Set when the step can lose money, an account or data. */
  readonly risk?: Risk;
  /** The step is only for readers whose sign has this answer. */
  readonly only?: { readonly sign: string; readonly answer: string };
}

/** A source as a guide cites it; `number` counts from 1 in the order of first mention. */
export interface Citation {
  readonly number: number;
  readonly slug: string;
}

/** One problem in one language: what pages, search, the API and the writers' commands read. */
export interface Article {
  /** `<sector>/<slug>`; never changes. */
  readonly id: string;
  readonly lang: Language;
  readonly sector: Sector;
  readonly slug: string;
  /** Short code of the permalink `/g/<code>`; made from the id. */
  readonly code: string;
  readonly title: string;
  readonly description: string;
  /** What people really type, 3–8 phrases. */
  readonly asks: readonly string[];
  readonly symptoms: readonly RichText[];
  readonly steps: readonly Step[];
  /** A warning or remark below the list of steps; absent in many guides. */
  readonly afterSteps?: RichText;
  readonly ifUnresolved: RichText;
  readonly causes: RichText;
  readonly prevention: RichText;
  readonly risk: Risk;
  readonly escalate: Escalation;
  /** Ids of the neighbours, the nearest first; each has a guide. */
  readonly related: readonly string[];
  /** The likelihood (0–1) of each answer to each sign, given this problem. */
  readonly signs: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly services: readonly string[];
  readonly citations: readonly Citation[];
  /** ISO date. */
  readonly reviewed: string;
  readonly reviewEveryDays: number;
  /** The markdown file as it was written, without front matter. */
  readonly markdown: string;
}

/** An observable sign: one question that tells problems apart. */
export interface Sign {
  readonly id: string;
  readonly ask: Bilingual;
  readonly how?: Bilingual;
  /** Minutes it takes to answer, roughly. */
  readonly effort: number;
  readonly answers: Readonly<Record<string, Bilingual>>;
}

/** A law, rule or official page that guides cite. Strength: O = official, P = press. */
export interface Source {
  readonly slug: string;
  readonly title: Bilingual;
  readonly publisher?: string;
  readonly url: string;
  readonly strength: 'O' | 'P';
  /** ISO date. */
  readonly checked: string;
  readonly read?: string;
}

export const CHANNEL_KINDS = ['phone', 'whatsapp', 'email', 'chat', 'form', 'social', 'counter'] as const;

/** One way to reach a service, with the page that says so. */
export interface Channel {
  readonly kind: (typeof CHANNEL_KINDS)[number];
  /** The number, mailbox, address or handle itself (then alike in both languages), or where to find the way in words. */
  readonly value: Bilingual;
  /** Whom or what the channel is for. */
  readonly note?: Bilingual;
  readonly hours?: Bilingual;
  readonly source: string;
  readonly strength: 'O' | 'P';
  /** ISO date. */
  readonly checked: string;
}

/** A service and its operator (PSE). `officialSite` is a bare host name. */
export interface Service {
  readonly slug: string;
  readonly name: string;
  readonly aka: readonly string[];
  readonly sector: Sector;
  readonly operator?: string;
  readonly officialSite: string;
  readonly helpPage?: string;
  readonly channels: readonly Channel[];
}

/** Everything that `content/` says, checked: nothing here is half-read. */
export interface Content {
  /** All languages, ordered by sector, id, language. */
  readonly articles: readonly Article[];
  readonly signs: ReadonlyMap<string, Sign>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly services: readonly Service[];
  /** Permalink code → problem id, former ids included. */
  readonly codes: ReadonlyMap<string, string>;
}

/** One thing wrong in `content/`, said so that a writer can mend it from the message alone. */
export interface ContentProblem {
  /** Path from the top of the repository, with `/`. */
  readonly file: string;
  /** Line and column from 1. */
  readonly line: number;
  readonly column: number;
  /** The rule's name, kebab-case. */
  readonly rule: string;
  readonly problem: string;
  readonly remedy: string;
}
