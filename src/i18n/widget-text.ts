import type { LoaderText, PanelSettings } from '../client/widget/browser.ts';
import type { Language } from '../core/article/browser.ts';
import { pathOf } from './index.ts';

/** The words of the bubble and of the widget in one language. */
export interface WidgetText {
  /** On the bubble. */
  readonly ask: string;
  readonly panel: PanelSettings['words'];
}

const OWN: Readonly<Record<Language, WidgetText & { readonly opening: string; readonly failed: string }>> = {
  id: {
    ask: 'Tanya Pandu',
    panel: { title: 'Tanya Pandu', close: 'Tutup' },
    opening: 'Sedang dibuka…',
    failed: 'Buka di tab baru',
  },
  en: {
    ask: 'Ask Pandu',
    panel: { title: 'Ask Pandu', close: 'Close' },
    opening: 'Opening…',
    failed: 'Open in a new tab',
  },
};

/** The words in a language. */
export function widgetText(lang: Language): WidgetText {
  return OWN[lang];
}

/** What the loader of the widget carries with it. */
export function loaderText(): LoaderText {
  const of = (lang: Language) => {
    const { ask, opening, failed } = OWN[lang];
    return { ask, opening, failed, page: pathOf('diagnosis', lang) };
  };
  return { id: of('id'), en: of('en') };
}
