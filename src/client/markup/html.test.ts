import { expect, test } from 'vitest';
import { html } from './html.ts';

test('escapes every part but HTML, and writes nothing for what is absent', () => {
  const link = html`<a title="${`"'<&>`}">${'<script>'}</a>`;
  expect(link.html).toBe('<a title="&quot;&#39;&lt;&amp;&gt;">&lt;script&gt;</a>');
  expect(html`${[link, link]}${false}${undefined}${0}`.html).toBe(`${link.html}${link.html}0`);
});
