import type { Language } from '../../core/article/browser.ts';
import type { DiagnosisSettings } from '../diagnosis/browser.ts';
import { rememberIn, resumeDiagnosis } from '../diagnosis/index.ts';
import { keepLinksOutward } from './outward-links.ts';
import { drawPanel, type PanelParts } from './panel-parts.ts';
import { panelSettingsPath, type PanelSettings } from './panel-settings.ts';
import { panelStyle } from './panel-style.ts';
import type { Place } from './place.ts';
import { oneKeyMemory } from './tab-memory.ts';

/** Where a panel opens. */
export interface PanelOptions {
  readonly root: ShadowRoot;
  /** What opens it: the keyboard comes back there. */
  readonly opener: HTMLElement;
  readonly lang: Language;
  readonly place: Place;
  /** The origin of the site, on a page of another site; '' on its own pages. */
  readonly site: string;
  readonly isLeft?: boolean;
}

/** A panel that can be opened and closed again and again; the conversation in it goes on. */
export interface Panel {
  toggle(): void;
}

/**
 * Makes the panel and opens it. On a small screen nothing beside it can be reached; on a large one it stands
 * beside the page, which the reader may need for the steps.
 * @throws when its files cannot be fetched, or the page around forbids it; nothing is left behind then.
 */
export async function openPanel(options: PanelOptions): Promise<Panel> {
  const { root, opener, lang, place, site } = options;
  const response = await fetch(site + panelSettingsPath(lang));
  if (!response.ok) throw new Error(`The settings of the panel answered with status ${response.status}.`);
  // The site writes this file itself, in this form.
  const { diagnosis, words } = (await response.json()) as PanelSettings;
  const parts = drawPanel(lang, words);
  parts.dialog.classList.toggle('panel--left', options.isLeft === true);
  if (site === '') parts.root.style.setProperty('--rem', '1rem');
  else beGuest(parts, site);
  const api = diagnosis.api === undefined ? {} : { api: site + diagnosis.api };
  const settings = { ...diagnosis, ...api, site, ...deskAt(diagnosis.desk, site) };
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, panelStyle()];
  root.append(parts.root);
  try {
    // Drawn before it is shown: what opens is never empty.
    await resumeDiagnosis({ ...parts, settings }, place);
  } catch (fault) {
    parts.root.remove();
    throw fault;
  }
  const panel = makePanel(parts, opener);
  panel.toggle();
  return panel;
}

/** The way to an agent, from wherever the panel stands. */
function deskAt(desk: DiagnosisSettings['desk'], site: string): Pick<DiagnosisSettings, 'desk'> {
  if (!desk) return {};
  const { tickets, proof, contact } = desk;
  return { desk: { ...desk, tickets: site + tickets, proof: site + proof, contact: site + contact } };
}

/** On a page of another site: links lead out, and what is kept goes with the tab. */
function beGuest({ view }: PanelParts, site: string): void {
  keepLinksOutward(view, site);
  rememberIn(oneKeyMemory(sessionStorage));
}

function makePanel({ root, dialog, close, view }: PanelParts, opener: HTMLElement): Panel {
  close.addEventListener('click', () => {
    dialog.close();
  });
  dialog.addEventListener('close', () => {
    opener.setAttribute('aria-expanded', 'false');
    opener.focus();
  });
  root.addEventListener('keydown', (event) => {
    // A dialog beside the page does not close by itself.
    if (event.key === 'Escape' && !event.defaultPrevented) dialog.close();
  });
  for (const type of ['keydown', 'keypress', 'keyup']) {
    // What is written here is no shortcut of the page.
    root.addEventListener(type, (event) => {
      event.stopPropagation();
    });
  }
  return {
    toggle() {
      if (dialog.open) {
        dialog.close();
        return;
      }
      if (matchMedia(SMALL_SCREEN).matches) dialog.showModal();
      else dialog.show();
      opener.setAttribute('aria-expanded', 'true');
      view.querySelector<HTMLElement>('#now')?.focus({ preventScroll: true });
    },
  };
}

/** As in `widget-panel.css`. */
const SMALL_SCREEN = '(width < 48rem)';
