/** Conditions of `@media` know no variables, and a `rem` there is the reader's own in any page. */
const LENGTH = /@media[^{]*\{|(-?\d*\.?\d+)rem\b/g;
const PAGE_ROOT = /(^|[\s,{}>])(?::root|body)(?![\w:-])/g;
/** What a page does to make room for bars that stick to its window. */
const PAGE_ONLY = /(^|[\s,{}>])(?:html|body)(?=[\s,:{])/g;

/**
 * Turns a style sheet of the site into one for a shadow root: what is said of the page is said of `.root`, and
 * `rem` is the variable `--rem`, since the page around may have any size of type.
 */
export function shadowCss(css: string): string {
  return css
    .replaceAll(LENGTH, (all: string, length: string | undefined) =>
      length === undefined ? all : `calc(${length} * var(--rem))`,
    )
    .replaceAll(PAGE_ROOT, '$1.root')
    .replaceAll(PAGE_ONLY, '$1.page');
}
