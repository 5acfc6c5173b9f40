/** What the columns of a corpus file hold. */
export type CorpusForm = 'pair' | 'indonesian' | 'english' | 'dialect';

/** How much of which files is read, and how heavily its sentences count while fitting. */
export interface CorpusSource {
  /** Matches the name of a file. The first source that matches takes the file. */
  readonly file: RegExp;
  readonly form: CorpusForm;
  /** At most this many lines of one file, drawn at random. */
  readonly most: number;
  readonly weight: number;
  /** This many lines at the end are kept out of training, to measure on. */
  readonly heldOut?: number;
}

const SIGN_IN =
  /^ui_(okta|npm_|pennersr|firebase|google__google-auth|tigrish|casdoor|symfony|lonnieezell|codeigniter4)/;
const SHOP =
  /^ui_(bagisto|veritrans|braintree|ahamidian|spree|99cm|Sylius|chatwoot|btcpay|opensourcepos|shopware)/;
const APPS =
  /^ui_(element|matrix|aosp|chromium|moodle|learningequality|alphagov|mattermost|thunderbird|localsend)/;

/**
 * The corpus as it is drawn from: what people meet on a screen weighs more than manuals for
 * programmers; intent files give their sentences only, never their labels.
 */
export const CORPUS_SOURCES: readonly CorpusSource[] = [
  { file: SIGN_IN, form: 'pair', most: 2000, weight: 2 },
  { file: SHOP, form: 'pair', most: 2000, weight: 1.5 },
  { file: APPS, form: 'pair', most: 3000, weight: 1.2 },
  { file: /^ui_/, form: 'pair', most: 400, weight: 0.7 },
  { file: /^docs_(microsoft__Security|MicrosoftLearning__SC|github)/, form: 'pair', most: 600, weight: 0.7 },
  { file: /^docs_MicrosoftDocs/, form: 'pair', most: 800, weight: 0.7 },
  { file: /^docs_/, form: 'pair', most: 200, weight: 0.4 },
  { file: /^para_ntrex/, form: 'pair', most: 1500, weight: 1, heldOut: 494 },
  { file: /^para_talpco/, form: 'pair', most: 1500, weight: 1, heldOut: 359 },
  { file: /^para_nusax/, form: 'pair', most: 500, weight: 1.5, heldOut: 195 },
  { file: /^para_/, form: 'pair', most: 1500, weight: 1 },
  { file: /^lex_wordnet/, form: 'pair', most: 12000, weight: 0.3 },
  { file: /^informal_nusa-writes-betawi-to/, form: 'dialect', most: 2500, weight: 0.5 },
  { file: /^informal_indonlu-keps/, form: 'indonesian', most: 1000, weight: 3 },
  { file: /^informal_indonlu-smsa/, form: 'indonesian', most: 6000, weight: 1 },
  { file: /^informal_indonlu-reviews/, form: 'indonesian', most: 1500, weight: 0.7 },
  { file: /^informal_xpersona/, form: 'indonesian', most: 2000, weight: 0.7 },
  { file: /^mono_microsoft-alchemy/, form: 'indonesian', most: 6000, weight: 1 },
  { file: /^mono_common-voice/, form: 'indonesian', most: 2500, weight: 1 },
  { file: /^mono_indonlu/, form: 'indonesian', most: 2500, weight: 0.7 },
  { file: /^intent_en_banking/, form: 'english', most: 10000, weight: 1.5 },
  { file: /^intent_en_clinc/, form: 'english', most: 4000, weight: 0.8 },
];
