import { describe, expect, test } from 'vitest';
import type { SearchRequest } from '../core/search/index.ts';
import { answerDiagnosis } from './answer-diagnosis.ts';

const GUIDE = 'banking/transfer-pending';
const asked: SearchRequest[] = [];

function answer(parameters: Record<string, string>, confidence = 0.95, form?: App.Locals['form']) {
  const search: App.Locals['search'] = (request) => {
    asked.push(request);
    const hit = { id: GUIDE, url: '/', title: '', description: '', sector: 'banking', score: 1 } as const;
    const results = [{ ...hit, confidence, passage: { text: '', anchor: '', marks: [] } }];
    return Promise.resolve({ query: request.query, lang: 'id', outOfScope: false, mode: 'lexical', results });
  };
  return answerDiagnosis(new URLSearchParams(parameters), 'id', { search, ...(form && { form }) });
}
const state = (html: string) => /<h2 id="now"[^>]*>([^<]*)/.exec(html)?.[1] ?? '';
const carried = (turns: readonly object[]) => JSON.stringify({ turns });

describe('answerDiagnosis', () => {
  test('greets whoever sends nothing', async () => {
    const { hasInput, html } = await answer({});
    expect(hasInput).toBe(false);
    expect(state(html)).toBe('Ada masalah apa?');
  });

  test('carries the conversation in its form, without what search found', async () => {
    const { html, conversation } = await answer({ q: 'transfer diproses terus' });
    expect(state(html)).toBe('Apakah ini masalah Anda?');
    expect(html).toContain('name="s"');
    expect(/name="s"\s+value="([^"]*)"/.exec(html)?.[1]).not.toContain('confidence');
    expect(conversation).toContain('confidence');
  });

  test('searches again for what it is told, and trusts no findings', async () => {
    const found = { hits: [{ id: 'banking/otp-not-received', confidence: 1 }], outOfScope: false, parts: [] };
    const { conversation } = await answer({ s: carried([{ kind: 'said', text: 'transfer', found }]) });
    expect(conversation).toContain(GUIDE);
    expect(conversation).not.toContain('otp-not-received');
  });

  test('gives the text of the step after the problem was taken', async () => {
    const { html } = await answer({
      s: carried([{ kind: 'said', text: 'transfer' }]),
      do: `confirm:${GUIDE}`,
    });
    expect(html).toContain('now--step');
    expect(html).not.toContain('belum bisa diambil');
  });

  test.each([
    ['no JSON', '{"turns":['],
    ['another form', '{"turns":[{"kind":"fire"}]}'],
    ['a prototype', '{"turns":[{"kind":"__proto__"}]}'],
    ['too much', carried([{ kind: 'said', text: 'a'.repeat(20_000) }])],
    ['too many turns', carried(Array.from({ length: 200 }, () => ({ kind: 'safe' })))],
    ['an id that is markup', carried([{ kind: 'confirmed', problem: '"><script>' }])],
  ])('begins anew when it is told %s', async (_, s) => {
    expect(state((await answer({ s })).html)).toBe('Ada masalah apa?');
  });

  test('never shows, keeps or searches for a secret', async () => {
    asked.length = 0;
    const { html, conversation } = await answer({ q: 'pin atm saya 482913 ga bisa' });
    expect(html).toContain('now__notice--blocked-secret');
    expect(html + conversation).not.toContain('482913');
    expect(asked).toEqual([]);
  });

  test('writes no markup of the reader anywhere', async () => {
    const { html, conversation } = await answer({ q: '<script>alert(1)</script> uang saya hilang' });
    expect(html + conversation).not.toContain('<script');
    expect(JSON.parse(conversation)).toMatchObject({
      turns: [{ text: '<script>alert(1)</script> uang saya hilang' }],
    });
  });

  test('interrupts danger', async () => {
    const { html } = await answer({ q: 'saya telanjur kasih kode otp ke orang yang ngaku dari bank' });
    expect(html).toContain('now--urgent');
  });

  test('says that search is out of reach, and goes on by sector', async () => {
    const { html } = await answerDiagnosis(new URLSearchParams({ q: 'transfer saya' }), 'id');
    expect(html).toContain('Pencarian belum bisa dijangkau');
    expect(html).toContain('value="sector:banking"');
  });

  const kept = { conversation: { turns: [{ kind: 'confirmed', problem: GUIDE }] } } as const;

  test('draws the conversation that the server keeps, in a form that is posted and says where it stands', async () => {
    const { html, hasInput } = await answer({ kept: '1' }, 0.95, { mayPost: true, kept });
    expect(hasInput).toBe(true);
    expect(html).toContain('now--step');
    expect(html).toMatch(/method="post"[^]*name="revision" value="1"/);
    expect(html).not.toContain('name="s"');
    expect(html).toMatch(/<button name="do" value="forget"/);
  });

  test('says what was said to the last message', async () => {
    const { html } = await answer({}, 0.95, { mayPost: true, kept: { ...kept, notice: 'blocked-secret' } });
    expect(html).toContain('now__notice--blocked-secret');
  });

  test('begins with what the address says, also where the server keeps a conversation', async () => {
    const { html } = await answer({ q: 'transfer diproses terus' }, 0.95, { mayPost: true, kept });
    expect(html).toContain('now--confirmation');
    expect(html).toMatch(/method="post"[^]*name="s"/);
    expect(html).not.toContain('name="revision"');
    expect((await answer({ new: '1' }, 0.95, { mayPost: true, kept })).html).toContain('now--greeting');
  });

  test('carries the conversation in the address while the server can keep none', async () => {
    const posted = new URLSearchParams({ q: 'transfer diproses terus', do: 'say' }).toString();
    const { html } = await answer({}, 0.95, { mayPost: false, posted });
    expect(html).toContain('now--confirmation');
    expect(html).toMatch(/method="get"[^]*name="s"/);
  });
});
