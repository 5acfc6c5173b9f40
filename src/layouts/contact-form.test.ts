import { describe, expect, test } from 'vitest';
import { siteContent } from './site-content.ts';
import { contactForm } from './contact-form.ts';

const { articles, services } = await siteContent();
const GUIDE = 'banking/otp-not-received';
const titleIn = (lang: string) => articles.find((one) => one.id === GUIDE && one.lang === lang)?.title;
const fill = (query: string, lang: 'id' | 'en' = 'id') =>
  contactForm(new URLSearchParams(query), lang, { articles, services });

describe('contactForm', () => {
  test.each(['id', 'en'] as const)('takes problem and title from the guide of the address (%s)', (lang) => {
    const { form, guide } = fill(`article=${GUIDE}`, lang);
    expect(form).toMatchObject({ problem: GUIDE, subject: titleIn(lang), text: '' });
    expect(guide?.lang).toBe(lang);
  });

  test('takes the service of the address', () => {
    expect(fill('service=bca').form.service).toBe('bca');
  });

  test.each(['', 'article=banking/no-such-guide', 'article=%22%3E%3Cscript%3E', 'service=../etc'])(
    'prefills nothing from "%s"',
    (query) => {
      const { form, guide } = fill(query);
      expect(new Set(Object.values(form))).toEqual(new Set(['']));
      expect(guide).toBeUndefined();
    },
  );

  test('keeps what was filled in, whatever the address says', () => {
    const filled = { ...fill('').form, text: 'Cerita saya', problem: GUIDE };
    const { form, guide } = contactForm(
      new URLSearchParams('service=bca'),
      'id',
      { articles, services },
      filled,
    );
    expect(form).toEqual(filled);
    expect(guide?.id).toBe(GUIDE);
  });
});
