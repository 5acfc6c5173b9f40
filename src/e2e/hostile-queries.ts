import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A larger list that lies beside the repository on some machines. */
const LIST = path.resolve(import.meta.dirname, '../../../shared/attacks/xss/xss-payload-list.txt');
const TAKEN = 300;

const OWN = [
  `<img src=x onerror="document.title='ran'">`,
  `<svg onload=alert(1)>`,
  `<script>alert(1)</script>`,
  `"><script src="https://example.org/x.js"></script>`,
  `</textarea><script>alert(1)</script>`,
  `</title><img src=x onerror=alert(1)>`,
  `' autofocus onfocus=alert(1) x='`,
  `" onmouseover="alert(1)`,
  `javascript:alert(1)`,
  `<a href="javascript:alert(1)">otp</a>`,
  `<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>`,
  `<form action="https://example.org"><button>otp</button></form>`,
  `<base href="https://example.org/">`,
  `<meta http-equiv="refresh" content="0;url=https://example.org">`,
  `<style>@import "https://example.org/x.css"</style>`,
  `<mark onclick=alert(1)>otp</mark>`,
  `otp <b>tidak</b> masuk &lt;img src=x onerror=alert(1)&gt;`,
  `%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E`,
  `\u003cimg src=x onerror=alert(1)\u003e`,
  `{{constructor.constructor('alert(1)')()}} \${alert(1)} #{alert(1)}`,
  `{q} {n} $& $\` $' $1 otp`,
  `<!--><img src=x onerror=alert(1)>-->`,
  `<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>`,
  `<noscript><p title="</noscript><img src=x onerror=alert(1)>">`,
  `__proto__ constructor toString hasOwnProperty`,
  `otp\u202Ekusam\u0000\uFFFE masuk`,
];

/** What somebody might type who wishes the site ill; `skipped` says what was not there to take. */
export function hostileQueries(): { readonly queries: readonly string[]; readonly skipped?: string } {
  if (!existsSync(LIST)) return { queries: OWN, skipped: `no larger list at ${LIST}` };
  const lines = readFileSync(LIST, 'utf8').split('\n').slice(0, TAKEN);
  return { queries: [...OWN, ...lines.filter((line) => line.trim() !== '')] };
}
