/** Asked in this order: most browsers also claim to be older ones. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

/** A browser as a person would call it, from its User-Agent; undefined when it says nothing known. */
export function nameDevice(userAgent: string): string | undefined {
  const find = (table: typeof BROWSERS) => table.find(([form]) => form.test(userAgent))?.[1];
  const named = [find(BROWSERS), find(SYSTEMS)].filter((one) => one !== undefined);
  return named.length === 0 ? undefined : named.join(' · ');
}
