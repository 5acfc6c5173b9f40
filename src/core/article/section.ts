import type { Language } from './article.ts';

/** The sections of a guide, in order. The key is the section's anchor in both languages. */
export const SECTIONS = ['symptoms', 'steps', 'if-unresolved', 'causes', 'prevention'] as const;
export type Section = (typeof SECTIONS)[number];

/** The headings that writers use. */
export const HEADINGS: Readonly<Record<Language, Readonly<Record<Section, string>>>> = {
  id: {
    symptoms: 'Gejala',
    steps: 'Langkah',
    'if-unresolved': 'Jika belum berhasil',
    causes: 'Penyebab',
    prevention: 'Cegah',
  },
  en: {
    symptoms: 'Symptoms',
    steps: 'Steps',
    'if-unresolved': 'If it still fails',
    causes: 'Causes',
    prevention: 'Prevent',
  },
};

/** Anchors of a guide's page that are not steps. */
export const SECTION_ANCHORS: readonly string[] = [...SECTIONS, 'sources'];
