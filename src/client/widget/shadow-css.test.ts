import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { shadowCss } from './shadow-css.ts';

describe('shadowCss', () => {
  test.each([
    [':root{--a:1px}', '.root{--a:1px}'],
    ['body { margin: 0 }', '.root { margin: 0 }'],
    ['@media (x){:root{--a:1px}}', '@media (x){.root{--a:1px}}'],
    ['html{font-size:112%}', '.page{font-size:112%}'],
    ['body:has(.bar){padding:0}', '.page:has(.bar){padding:0}'],
    ['.body-text{margin:0}', '.body-text{margin:0}'],
    ['p{margin:-.5rem 1.25rem}', 'p{margin:calc(-.5 * var(--rem)) calc(1.25 * var(--rem))}'],
    ['@media (width < 48rem){p{top:1rem}}', '@media (width < 48rem){p{top:calc(1 * var(--rem))}}'],
  ])('of %s makes %s', (css, wanted) => {
    expect(shadowCss(css)).toBe(wanted);
  });

  test.each(['tokens', 'base', 'diagnosis', 'diagnosis-parts'])(
    'leaves nothing of the page in %s.css',
    (name) => {
      const css = shadowCss(
        readFileSync(`src/styles/${name}.css`, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, ''),
      );
      const rules = css.replaceAll(/@media[^{]*\{/g, '');
      expect(rules).not.toMatch(/\drem\b|(^|[\s,}]):root|(^|[\s,}])(html|body)[\s,:{]/);
    },
  );
});
