import base from '../../styles/base.css?inline';
import diagnosis from '../../styles/diagnosis.css?inline';
import parts from '../../styles/diagnosis-parts.css?inline';
import tokens from '../../styles/tokens.css?inline';
import panel from '../../styles/widget-panel.css?inline';
import { shadowCss } from './shadow-css.ts';

/** The style of the diagnosis in a panel, made once; a page's own rules of content security do not forbid it. */
export function panelStyle(): CSSStyleSheet {
  if (!made) {
    made = new CSSStyleSheet();
    made.replaceSync([tokens, base, diagnosis, parts, panel].map(shadowCss).join('\n'));
  }
  return made;
}

let made: CSSStyleSheet | undefined;
