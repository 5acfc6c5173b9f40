import type { Language } from '../../core/article/browser.ts';
import type { DiagnosisSettings } from '../diagnosis/browser.ts';

/** What a panel needs to know before it can open, as the site writes it for each language. */
export interface PanelSettings {
  readonly diagnosis: DiagnosisSettings;
  readonly words: {
    readonly title: string;
    readonly close: string;
  };
}

/** The address of the settings within the site. */
export function panelSettingsPath(lang: Language): string {
  return `/widget-data/${lang}.json`;
}
