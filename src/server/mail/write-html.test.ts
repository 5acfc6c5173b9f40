import { expect, test } from 'vitest';
import { writeHtml } from './write-html.ts';

test.each([
  ['a <script>alert(1)</script> & "b"', '<p>a &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;b&quot;</p>'],
  ['satu\ndua\n\n\ntiga', '<p>satu<br>dua</p>\n<p>tiga</p>'],
  [
    'Lihat https://example.org/g/abc/?a=1&b=2.',
    '<p>Lihat <a href="https://example.org/g/abc/?a=1&amp;b=2">https://example.org/g/abc/?a=1&amp;b=2</a>.</p>',
  ],
  [
    'https://x.example"onclick="alert(1)',
    '<p><a href="https://x.example">https://x.example</a>&quot;onclick=&quot;alert(1)</p>',
  ],
  ['javascript:alert(1)', '<p>javascript:alert(1)</p>'],
])('writes %j as HTML', (text, expected) => {
  expect(writeHtml(text, 'id')).toContain(`${expected}\n</body>`);
});

test('loads nothing from anywhere', () => {
  expect(writeHtml('![x](https://example.org/pixel.png) <img src=x>', 'id')).not.toMatch(/<img|url\(|<link/);
});
