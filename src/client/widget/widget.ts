import { readButtonColour } from './button-colour.ts';
import type { LoaderText } from './loader-text.ts';
import { attachOpener } from './opener.ts';
import type * as PanelModule from './panel.ts';
import { readLanguage, readPlace } from './place.ts';
import style from '../../styles/widget-button.css?inline';

// The script that the page of another site includes; `pages/widget.js.ts` bundles it and fills in the constant.
declare const PANDU_LOADER_TEXT: LoaderText;

/** Two scripts of the same page make one widget. */
const MARK = Symbol.for('pandu:widget');
/** The panel, beside this script. */
const PANEL = '/widget/panel.js';

function start(script: HTMLScriptElement): void {
  if (Reflect.has(document, MARK)) return;
  Reflect.set(document, MARK, true);
  const { origin } = new URL(script.src);
  const place = readPlace(script.dataset);
  const lang = readLanguage(script.dataset['lang'] ?? document.documentElement.lang);
  const text = PANDU_LOADER_TEXT[lang];
  const link = document.createElement('a');
  link.className = 'ask';
  link.lang = lang;
  link.target = '_blank';
  link.rel = 'noopener';
  link.href = `${origin}${text.page}?${new URLSearchParams({ ...place }).toString()}`;
  link.textContent = text.ask;
  if (!('adoptedStyleSheets' in document)) {
    // An old browser gets the link alone, where the script stands.
    script.after(link);
    return;
  }
  const host = document.createElement('pandu-widget');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  link.classList.toggle('ask--left', isLeft(script));
  paint(link, script.dataset['color']);
  root.append(link);
  attachOpener(
    link,
    async () => {
      link.textContent = text.opening;
      // The address is known only on the page: a bundler must leave it.
      const panel = (await import(/* @vite-ignore */ origin + PANEL)) as typeof PanelModule;
      const opened = await panel.openPanel({
        root,
        opener: link,
        lang,
        place,
        site: origin,
        isLeft: isLeft(script),
      });
      link.textContent = text.ask;
      return opened;
    },
    () => {
      link.textContent = text.failed;
    },
  );
  document.body.append(host);
}

function isLeft({ dataset }: HTMLScriptElement): boolean {
  return dataset['position'] === 'left';
}

function paint(link: HTMLElement, color: string | undefined): void {
  const colour = readButtonColour(color);
  if (!colour) return;
  link.style.setProperty('--fill', colour.fill);
  link.style.setProperty('--text', colour.text);
}

function begin(): void {
  const script = document.currentScript ?? document.querySelector('script[src*="/widget.js"]');
  if (!(script instanceof HTMLScriptElement)) return;
  const run = () => {
    try {
      start(script);
    } catch {
      // The page around comes first: it has no widget then, and no error.
    }
  };
  // A script in the head that is not deferred runs before there is a body.
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', run, { once: true });
  else run();
}

begin();
