import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('has every style of the page of the diagnosis', () => {
  const styles = (file: string) =>
    [...readFileSync(file, 'utf8').matchAll(/styles\/([\w-]+)\.css/g)].map(([, name]) => name);
  const inPanel = styles('src/client/widget/panel-style.ts');
  expect(inPanel).toEqual(expect.arrayContaining(styles('src/layouts/DiagnosisPage.astro')));
  expect(styles('src/layouts/DiagnosisPage.astro')).not.toEqual([]);
});
