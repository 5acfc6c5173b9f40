import { describe, expect, test } from 'vitest';
import type { Channel, Service } from './article.ts';
import { matchContact } from './match-contact.ts';

const channel = (kind: Channel['kind'], value: string): Channel => ({
  kind,
  value: { id: value, en: value },
  source: 'https://example.org/contact',
  strength: 'O',
  checked: '2026-11-24',
});
const service = (
  slug: string,
  officialSite: string,
  channels: Channel[],
  sector: Service['sector'] = 'banking',
): Service => ({
  slug,
  name: slug,
  aka: [],
  sector,
  officialSite,
  channels,
});

// No area has the code 0999; the hosts stand under names reserved for examples.
const BANK = service('bank', 'bankcontoh.example.com', [
  channel('phone', '155-500-1'),
  channel('whatsapp', '0999 555 0100'),
  channel('email', 'halo@bankcontoh.example.com'),
  channel('form', 'https://bantuan.example.net/lapor'),
  channel('social', 'Instagram @bankcontoh_id; X @HaloContoh'),
]);
const TINY = service('tiny', 'bkc.example', []);
const NETWORK = service(
  'network',
  'jejaring.example',
  [channel('form', 'https://jejaring.example/hacked')],
  'social-media',
);
const ALL = [BANK, TINY, NETWORK];
const outcome = (pasted: string) => {
  const match = matchContact(pasted, ALL);
  return 'service' in match ? `${match.outcome} ${match.service.slug}` : match.outcome;
};

describe('matchContact', () => {
  test.each([
    '0999 555 0100',
    '09995550100',
    '+62 999-555-0100',
    '62 999 555 0100',
    '+62 (0)999 555 0100',
    'https://wa.me/629995550100',
    'WA dari 0999-555-0100 mengaku petugas',
    '1555001',
  ])('finds the number however it is written: %s', (pasted) => {
    expect(outcome(pasted)).toBe('official bank');
  });

  test.each(['09995550101', '+62 155 5001', '0999555010', '6209995550100999'])(
    'does not find %s',
    (pasted) => {
      expect(outcome(pasted)).toBe('unknown');
    },
  );

  test.each([
    ['halo@bankcontoh.example.com', 'official bank'],
    ['HALO@BankContoh.example.com', 'official bank'],
    ['lain@bankcontoh.example.com', 'site bank'],
    ['halo@bankcontoh.example.com.example.org', 'lookAlike bank'],
    ['bankcontoh@mail.example.org', 'unknown'],
    ['halo@bankcont0h.example.com', 'lookAlike bank'],
  ])('judges the mailbox %s as %s', (pasted, expected) => {
    expect(outcome(pasted)).toBe(expected);
  });

  test.each([
    ['bankcontoh.example.com', 'site bank'],
    ['https://www.bankcontoh.example.com/promo?x=1', 'site bank'],
    ['https://login.bankcontoh.example.com/', 'site bank'],
    ['https://bantuan.example.net/lapor', 'official bank'],
    ['bankcontoh.example.com.evil.example', 'lookAlike bank'],
    ['https://bankcontoh.example.com@evil.example/', 'unknown'],
    ['bankcontoh-example-com.example.org', 'lookAlike bank'],
    ['https://promo-bankcontoh.example.org', 'lookAlike bank'],
    ['bankcomtoh.example.org', 'lookAlike bank'],
    ['bkc.example.org', 'lookAlike tiny'],
    ['abkcd.example.org', 'unknown'],
    ['bаnkcontoh.example.com', 'unknown'], // the second letter is Cyrillic
  ])('judges the address %s as %s', (pasted, expected) => {
    expect(outcome(pasted)).toBe(expected);
  });

  test.each([
    ['https://jejaring.example/hacked', 'official network'],
    ['https://jejaring.example/bankcontoh_id', 'official bank'],
    ['https://jejaring.example/bankcontoh_resmi', 'platform network'],
    ['@HaloContoh', 'official bank'],
    ['@halocontoh_id', 'unknown'],
  ])('does not take a page on a network for an official one: %s is %s', (pasted, expected) => {
    expect(outcome(pasted)).toBe(expected);
  });

  test.each(['', '   ', 'halo', '12', '!!!'])('says when there is nothing to compare in "%s"', (pasted) => {
    expect(outcome(pasted)).toBe('nothing');
  });
});
