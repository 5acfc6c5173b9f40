import { describe, expect, test } from 'vitest';
import { drawThread } from './draw-thread.ts';
import { FAKE_TICKET_WORDS as WORDS, fakeMessage, fakeTicketPage } from './fake-ticket-page.ts';

const HOSTILE = `"><script>alert(1)</script>'`;
const draw = (...messages: ReturnType<typeof fakeMessage>[]) => drawThread(fakeTicketPage({ messages })).html;

describe('drawThread', () => {
  test.each([
    [{ from: 'reader' }, WORDS.you],
    [{ from: 'agent' }, WORDS.agent],
    [{ from: 'agent', author: 'Sari' }, `Sari, ${WORDS.agent}`],
    [{ from: 'system', author: 'Sari' }, WORDS.pandu],
  ] as const)('names who wrote %o as "%s"', (message, name) => {
    expect(draw(fakeMessage(message))).toContain(`<b>${name}</b>`);
  });

  test('asks of a guide whether it helped, until the reader has said so', () => {
    const guide = { id: 'banking/otp-not-received', title: 'OTP', url: '/g/fcbhh9m/' };
    const asked = draw(fakeMessage({ guides: [guide] }));
    expect(asked).toContain('<a href="/g/fcbhh9m/">OTP</a>');
    expect(asked).toContain('name="guide" value="banking/otp-not-received"');
    expect(asked.match(/name="solved" value="(\w+)"/g)).toHaveLength(2);
    const said = draw(fakeMessage({ guides: [{ ...guide, solved: false }] }));
    expect(said).toContain(WORDS.saidFailed);
    expect(said).not.toContain('name="solved"');
    expect(draw(fakeMessage({ guides: [{ ...guide, solved: true }] }))).toContain(WORDS.saidSolved);
  });

  test('writes nothing that anybody wrote as HTML', () => {
    const page = draw(
      fakeMessage({
        id: HOSTILE,
        author: HOSTILE,
        text: `${HOSTILE}\nhttps://pandu.example.org/g/${HOSTILE}`,
        at: HOSTILE,
        guides: [{ id: HOSTILE, title: HOSTILE, url: HOSTILE }],
        attachments: [{ id: HOSTILE, name: HOSTILE, type: HOSTILE, bytes: 1, url: HOSTILE }],
      }),
    );
    expect(page).not.toMatch(/<script|="">|undefined/);
    expect(page).toContain('&lt;script&gt;');
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'https://evil.example/g/fcbhh9m/',
    '//evil.example/',
  ])('leads nowhere else than to this site: %s', (url) => {
    const page = draw(
      fakeMessage({
        guides: [{ id: 'a/b', title: 'Panduan', url }],
        attachments: [{ id: 'f', name: 'bukti.png', type: 'image/png', bytes: 2_400_000, url }],
      }),
    );
    expect(page).not.toContain('<a ');
    expect(page).toContain('Panduan');
    expect(page).toContain('bukti.png <span class="soft small">2,4 MB</span>');
  });

  test('leads to a file of the ticket', () => {
    const url = '/api/v1/tickets/t0ken/attachments/f1';
    const file = { id: 'f1', name: 'bukti.png', type: 'image/png', bytes: 900, url };
    expect(draw(fakeMessage({ attachments: [file] }))).toContain(`<a href="${url}">bukti.png`);
  });
});
