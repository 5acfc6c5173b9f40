import { describe, expect, it, test } from 'vitest';
import { writeReference } from '../../core/ticket/index.ts';
import { markSubject, openThread, readMarker } from './thread.ts';

const thread = openThread('https://help.example.org');

describe('a thread', () => {
  it('finds the tickets that its own Message-IDs name, the last first, each once', () => {
    const ids = [
      thread.rootId('t1'),
      '<x@elsewhere.example>',
      thread.messageId('m1', 't1'),
      thread.messageId('m2', 't2'),
    ];
    expect(thread.readTickets(ids)).toEqual(['t2', 't1']);
  });

  it('knows the letters about deadlines', () => {
    expect(thread.hasDeadlines([thread.rootId('t1'), thread.letterId('deadline-1')])).toBe(true);
    const others = [
      thread.letterId('1'),
      thread.messageId('deadline-1', 't1'),
      '<deadline-1.letter@other.example>',
    ];
    expect(thread.hasDeadlines(others)).toBe(false);
  });

  it.each([
    '<m1.t1@other.example>',
    '<m1.t1@helpxexample.org>',
    'm1.t1@help.example.org',
    '<m1.t1.t2@help.example.org>',
    thread.letterId('l1'),
  ])('finds none in %s', (id) => {
    expect(thread.readTickets([id])).toEqual([]);
  });
});

const reference = writeReference(4_829_173);
test.each([
  [markSubject('Re: Saldo hilang', reference), reference],
  [`Fwd: re: [#${reference.replace('-', '')}] halo`, reference],
  [`[#${reference.slice(0, -1)}${(Number(reference.at(-1)) + 1) % 10}]`, undefined],
  [reference, undefined],
  ['', undefined],
])('reads the marker of %j', (subject, expected) => {
  expect(readMarker(subject)).toBe(expected);
});
