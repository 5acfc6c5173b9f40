import { describe, expect, test } from 'vitest';
import { drawRating } from './draw-rating.ts';
import { drawReply, drawSolvedNow } from './draw-reply.ts';
import { drawStanding } from './draw-standing.ts';
import { FAKE_TICKET_WORDS as WORDS, fakeTicketPage } from './fake-ticket-page.ts';

describe('drawStanding', () => {
  test.each([
    [{ status: 'new', answerBy: '2026-11-25T09:00:00Z' }, 'due Rabu, 25 November 2026 pukul 16.00 WIB'],
    [{ status: 'open', answerBy: '2026-11-25T04:00:00Z' }, 'late Rabu, 25 November 2026 pukul 11.00 WIB'],
    [{ status: 'new' }, WORDS.awaited],
    [{ status: 'open', answerBy: 'soon' }, WORDS.awaited],
    [{ status: 'waiting' }, WORDS.readerTurn],
    [{ status: 'solved', answerBy: '2026-11-25T09:00:00Z' }, WORDS.solvedText],
  ] as const)('says for %o: %s', (view, text) => {
    const drawn = drawStanding(fakeTicketPage(view)).html;
    expect(drawn).toContain(`<p>${text}</p>`);
    expect(drawn).toContain(WORDS.standing[view.status]);
  });
});

describe('drawRating', () => {
  test('asks when it is over, not before, and thanks afterwards', () => {
    expect(drawRating(fakeTicketPage({ status: 'open' })).html).toBe('');
    const asked = drawRating(fakeTicketPage({ status: 'solved' })).html;
    expect([...asked.matchAll(/name="rating" value="(\w+)"/g)].map(([, value]) => value)).toEqual([
      'good',
      'fair',
      'bad',
    ]);
    expect(asked).toContain('name="comment"');
    expect(drawRating(fakeTicketPage({ status: 'solved', rating: 'fair' })).html).toBe('<p>rated fair</p>');
  });
});

describe('drawReply', () => {
  test('is a form that works without scripts, files included', () => {
    const drawn = drawReply(fakeTicketPage()).html;
    expect(drawn).toContain('method="post" action="/tiket/t0ken/" enctype="multipart/form-data"');
    expect(drawn).toContain('name="do" value="reply"');
    expect(drawn).toContain('name="key" value="k1"');
    expect(drawn).toMatch(/type="file"\s+name="file"\s+multiple/);
  });

  test('keeps what could not be taken, and says why beside it', () => {
    const text = '</textarea><script>alert(1)</script>';
    const drawn = drawReply(fakeTicketPage({}, { draft: { text, problem: 'too-long' } })).html;
    expect(drawn).toContain('&lt;/textarea&gt;&lt;script&gt;');
    expect(drawn).not.toContain('<script');
    expect(drawn).toMatch(/id="reply-problem">is too long/);
    expect(drawn).toContain('aria-describedby="reply-problem" aria-invalid="true"');
    const file = drawReply(fakeTicketPage({}, { draft: { text, problem: 'file-size' } })).html;
    expect(file).toMatch(/id="file-problem">is too large/);
    expect(file).not.toContain('id="reply-problem"');
  });

  test('lets the reader close an open ticket, and write after the end', () => {
    expect(drawSolvedNow(fakeTicketPage({ status: 'waiting' })).html).toContain('name="solved" value="true"');
    expect(drawSolvedNow(fakeTicketPage({ status: 'solved' })).html).toBe('');
    expect(drawReply(fakeTicketPage({ status: 'solved' })).html).toContain(WORDS.replyAgain);
  });
});
