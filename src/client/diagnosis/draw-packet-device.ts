/**
 * The system and the browser in words, as far as a browser tells them; [] when it tells neither. Versions are the
 * main ones only: the rest would tell this reader from others.
 */
export function describeDevice(userAgent: string): readonly string[] {
  return [find(SYSTEMS, userAgent), find(BROWSERS, userAgent)].filter((name) => name !== undefined);
}

type Patterns = readonly (readonly [RegExp, string])[];

/** The first that fits: Android says Linux too, and nearly every browser says Chrome and Safari. */
const SYSTEMS: Patterns = [
  [/Android(?: (\d+))?/, 'Android'],
  [/(?:iPhone|iPad).*? OS (\d+)/, 'iOS'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'ChromeOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];
const BROWSERS: Patterns = [
  [/SamsungBrowser\/(\d+)/, 'Samsung Internet'],
  [/(?:OPR|OPiOS)\/(\d+)/, 'Opera'],
  [/UCBrowser\/(\d+)/, 'UC Browser'],
  [/Edg(?:A|iOS)?\/(\d+)/, 'Edge'],
  [/(?:Firefox|FxiOS)\/(\d+)/, 'Firefox'],
  [/(?:Chrome|CriOS)\/(\d+)/, 'Chrome'],
  [/Version\/(\d+).*Safari/, 'Safari'],
];

function find(patterns: Patterns, userAgent: string): string | undefined {
  for (const [pattern, name] of patterns) {
    const match = pattern.exec(userAgent);
    if (match) return match[1] === undefined ? name : `${name} ${match[1]}`;
  }
  return undefined;
}
