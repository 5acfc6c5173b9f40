import { describe, expect, test } from 'vitest';
import { readResponse } from './answer.ts';
import { fakeTicket } from './fake-desk-api.ts';

const json = (status: number, body: object) => Response.json(body, { status });

describe("an answer of the agents' API", () => {
  test.each<[string, Response, object]>([
    ['a good one', json(200, { a: 1 }), { kind: 'done', value: { a: 1 } }],
    ['one without words', new Response(null, { status: 204 }), { kind: 'done', value: undefined }],
    ['no session', json(401, {}), { kind: 'signed-out' }],
    ['a changed ticket', json(409, { ticket: fakeTicket() }), { kind: 'changed', ticket: fakeTicket() }],
    [
      'a conflict of another kind',
      json(409, { detail: 'No.' }),
      { kind: 'refused', status: 409, detail: 'No.' },
    ],
    ['a ticket that is none', json(409, { ticket: { id: 1 } }), { kind: 'refused', status: 409 }],
    [
      'a refusal',
      json(403, { detail: 'Ask an admin.' }),
      { kind: 'refused', status: 403, detail: 'Ask an admin.' },
    ],
    ['a refusal without words', new Response('<p>', { status: 413 }), { kind: 'refused', status: 413 }],
    ['no database', json(503, { detail: 'Later.' }), { kind: 'unreachable' }],
    ['a page of something in between', new Response('<p>sign in', { status: 200 }), { kind: 'unreachable' }],
  ])('is read: %s', async (_, response, expected) => {
    expect(await readResponse(response)).toEqual(expected);
  });
});
