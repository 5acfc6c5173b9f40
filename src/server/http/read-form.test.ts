import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { readForm, type SentForm } from './read-form.ts';

const FIELD = 262_144;

/** Reads a form as it comes to a server, in pieces. */
async function read(body: BodyInit, headers: Record<string, string> = {}, mostFiles = 1): Promise<SentForm> {
  const forms: SentForm[] = [];
  const app = new Hono();
  app.post('/', async (c) => {
    forms.push(await readForm(c, mostFiles));
    return c.body(null);
  });
  await app.request('/', { method: 'POST', body, headers });
  const [form] = forms;
  if (!form) throw new Error('Nothing was read.');
  return form;
}

function multipart(fields: Readonly<Record<string, string>>, ...files: File[]): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const file of files) form.append('file', file);
  return form;
}

const big = (bytes: number) => new File([new Uint8Array(bytes)], 'foto.jpg');
const URLENCODED = { 'Content-Type': 'application/x-www-form-urlencoded' };

describe('readForm', () => {
  test('gives fields and files', async () => {
    const form = await read(multipart({ text: 'Halo "ini"\r\nbaris' }, big(3)));
    expect(form).toMatchObject({ kind: 'taken', files: [{ name: 'foto.jpg' }] });
    expect([form.field('text'), form.field('other')]).toEqual(['Halo "ini"\r\nbaris', '']);
  });

  test('keeps what was typed when the files after it are too large', async () => {
    const form = await read(multipart({ key: 'k', text: 'Uang hilang', email: '' }, big(11_000_000)));
    expect(form).toMatchObject({ kind: 'refused', reason: 'too-long', status: 413 });
    expect(form.entries).toEqual([
      ['key', 'k'],
      ['text', 'Uang hilang'],
      ['email', ''],
    ]);
  });

  test('knows from the length alone that it is too large, and reads the fields all the same', async () => {
    const form = await read(multipart({ text: 'Uang hilang' }, big(300_000)), {
      'Content-Length': '99000000',
    });
    expect(form).toMatchObject({ reason: 'too-long' });
    expect(form.field('text')).toBe('Uang hilang');
  });

  test.each([
    ['multipart', multipart({ key: 'k', text: 'é'.repeat(FIELD) }), {}],
    ['urlencoded', `key=k&text=${'%C3%A9'.repeat(FIELD / 4)}`, URLENCODED],
  ])('keeps the beginning of a text that is too long: %s', async (_, body, headers) => {
    const form = await read(body, headers, 0);
    expect(form).toMatchObject({ kind: 'refused', status: 413 });
    expect(form.field('key')).toBe('k');
    expect(form.field('text').slice(0, 40_000)).toBe('é'.repeat(40_000));
  });

  test.each([
    ['of another type', '{}', { 'Content-Type': 'application/json' }, 415],
    ['without a type', new Uint8Array(3), {}, 415],
    ['without a boundary', 'a', { 'Content-Type': 'multipart/form-data' }, 400],
    ['that is no form', 'a', { 'Content-Type': 'multipart/form-data; boundary=x' }, 400],
    ['of nothing', '', { 'Content-Type': 'multipart/form-data; boundary=x' }, 400],
  ])('refuses one %s, without fields', async (_, body, headers, status) => {
    expect(await read(body, headers)).toMatchObject({
      kind: 'refused',
      reason: 'unreadable',
      status,
      entries: [],
    });
  });

  test('gives the fields of one that breaks off', async () => {
    const body =
      '--x\r\nContent-Disposition: form-data; name="text"\r\n\r\nUang hilang\r\n--x\r\nContent-Dis';
    const form = await read(body, { 'Content-Type': 'multipart/form-data; boundary=x' });
    expect(form).toMatchObject({ kind: 'refused', status: 400, entries: [['text', 'Uang hilang']] });
  });
});
