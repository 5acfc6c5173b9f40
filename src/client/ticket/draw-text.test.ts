import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawText } from './draw-text.ts';

const ORIGIN = 'https://pandu.example.org';
const draw = (text: string) => drawText(text, ORIGIN).html;

describe('drawText', () => {
  test('links to guides of this site, without the sentence around them', () => {
    expect(draw('Coba (https://pandu.example.org/g/fcbhh9m/), ya.')).toContain(
      '(<a href="/g/fcbhh9m/">https://pandu.example.org/g/fcbhh9m/</a>), ya.',
    );
    expect(draw('https://pandu.example.org/en/g/fcbhh9m.')).toContain('<a href="/en/g/fcbhh9m">');
    expect(draw('https://pandu.example.org/g/fcbhh9m/ https://pandu.example.org/g/cknxnc9/')).toMatch(
      /fcbhh9m\/<\/a> <a href="\/g\/cknxnc9\/"/,
    );
  });

  test.each([
    'https://evil.example/g/fcbhh9m/',
    'https://pandu.example.org.evil.example/g/fcbhh9m/',
    'https://pandu.example.org@evil.example/g/fcbhh9m/',
    'http://pandu.example.org/g/fcbhh9m/',
    'https://pandu.example.org/agent/',
    'https://pandu.example.org/g/fcbhh9m/../../agent/',
    'https://pandu.example.org/tiket/t0ken/',
    'javascript:alert(1)',
    '//evil.example/g/fcbhh9m/',
    'https://[/g/fcbhh9m/',
  ])('makes no link of %s', (text) => {
    expect(draw(text)).not.toContain('<a ');
    expect(draw(text)).toContain(text);
  });

  test('keeps every line, and writes nothing as HTML', () => {
    expect(draw('satu\n\n<b>dua</b>')).toContain('satu\n\n&lt;b&gt;dua&lt;/b&gt;');
    fc.assert(
      fc.property(fc.string(), (text) => {
        const tags = draw(`${text} https://pandu.example.org/g/abc"${text}`).match(/<[^>]*>/g);
        expect(
          tags?.every((tag) => /^<(?:p class="message__text"|\/p|a href="\/[\w/-]+"|\/a)>$/.test(tag)),
        ).toBe(true);
      }),
    );
  });
});
