import { expect, test } from 'vitest';
import { exampleArticle } from './example-article.ts';
import { breadcrumbData, howToData, serviceData } from './json-ld.ts';

const SITE = new URL('https://pandu.example/');

test('describes a guide as a how-to whose steps have their own addresses', () => {
  const data = howToData(exampleArticle({ id: 'banking/here' }), 2, SITE);
  expect(data).toMatchObject({
    '@type': 'HowTo',
    url: 'https://pandu.example/banking/here/',
    totalTime: 'PT2M',
    step: [{ position: 1, name: 'Lihat.', url: 'https://pandu.example/banking/here/#look' }],
  });
});

test('begins the way to a page at home, in the language of the page', () => {
  expect(breadcrumbData('en', [{ name: 'Banks', path: '/en/banking/' }], SITE)).toMatchObject({
    itemListElement: [
      { position: 1, name: 'Home', item: 'https://pandu.example/en/' },
      { position: 2, name: 'Banks', item: 'https://pandu.example/en/banking/' },
    ],
  });
});

test('says of a service only what is known', () => {
  const service = {
    slug: 's',
    name: 'Toko',
    aka: [],
    sector: 'e-commerce',
    officialSite: 'example.org',
    channels: [],
  } as const;
  expect(serviceData(service)).toEqual({
    '@context': 'https://schema.org',
    '@type': 'Organization',
    name: 'Toko',
    url: 'https://example.org/',
  });
  expect(serviceData({ ...service, operator: 'PT Contoh' })).toMatchObject({
    parentOrganization: { name: 'PT Contoh' },
  });
});
