import type { DiagnosisWords } from './words.ts';

/** Words for tests: each is its own name. */
export const FAKE_WORDS: DiagnosisWords = {
  paths: { diagnosis: '/diagnosa/', urgent: '/darurat/', service: '/layanan/{slug}/', services: '/layanan/' },
  otherLanguage: { text: 'otherLanguage', lang: 'en', path: '/en/diagnose/' },
  sectors: {
    'e-commerce': 'shop',
    banking: 'bank',
    'social-media': 'social',
    education: 'school',
    government: 'government',
  },
  results: { solved: 'solved', failed: 'failed', skipped: 'skipped' },
  channelKinds: {
    phone: 'phone',
    whatsapp: 'whatsapp',
    email: 'email',
    chat: 'chat',
    form: 'form',
    social: 'social',
    counter: 'counter',
  },
  ready: ['ready'],
  evidence: ['evidence'],
  chronology: ['when', 'what', 'money'],
  urgentSteps: [{ action: 'call', services: ['contoh'] }],
  ratings: { helped: 'helped', partly: 'partly', not: 'not' },
  ways: { desk: 'desk', mail: 'by mail', phone: 'by phone', contacts: 'contacts' },
  wayFailed: { desk: 'no desk', mail: 'no mail', phone: 'no phone', contacts: 'no contacts' },
  ...names(
    'told you fromGuide change unknownAnswer question fieldLabel fieldAgain fieldAnother placeholder send searching notStarted sectorsLabel left leftOne whyAsked dontKnow noneOfThese confirmTitle confirmYes confirmOther stay moveTo stepNow danger minutes lessThanMinute stepInGuide stepMissing worked failed cannot urgentAction urgentDetail urgentMoneyToo urgentOpen urgentDone evidenceTitle chronologyLabel chronologyCopy possible alsoSaid prevention another triedThere handoffTitle summaryLabel copy copied copyRefused mail mailNobody mailTo phoneNobody phoneMissing sayFirst haveReady neverTell never serviceLabel serviceNone serviceShow serviceMissing servicePage directoryFailed official press checked nearest resume back person clear cleared clearedBoth clearedHere byGuide byModel sentToModel composing away',
  ),
};

type Name = {
  [Key in keyof DiagnosisWords]: DiagnosisWords[Key] extends string ? Key : never;
}[keyof DiagnosisWords];

function names(list: string): Record<Name, string> {
  // The list above names them all: a missing one would show as "undefined" in a drawing.
  return Object.fromEntries(list.split(' ').map((name) => [name, `«${name}»`])) as Record<Name, string>;
}
