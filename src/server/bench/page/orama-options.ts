import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as indonesian } from '@orama/stemmers/indonesian';
import type { Language } from '../../../core/article/browser.ts';

const TOKENIZERS = {
  id: { language: 'indonesian', stemming: true, stemmer: indonesian },
  en: { language: 'english', stemming: true, stemmer: english },
} as const;

/** How the database is made; Orama wants the same when it is opened. */
export function createOramaOptions(lang: Language) {
  return {
    schema: {
      id: 'string',
      title: 'string',
      asks: 'string',
      description: 'string',
      symptoms: 'string',
      steps: 'string',
    },
    components: { tokenizer: TOKENIZERS[lang] },
  } as const;
}
