import { describe, expect, test } from 'vitest';
import { EscalationPolicyError, readEscalationPolicy } from './escalation-policy.ts';
import { FAKE_POLICY } from './fake-escalation-policy.ts';

const FILE = 'content/policy/escalation.yaml';

describe('readEscalationPolicy', () => {
  test('gives what is well formed, with what is left out', () => {
    expect(readEscalationPolicy(FAKE_POLICY, FILE)).toEqual(FAKE_POLICY);
    const short = {
      atOnce: [{ reason: 'wish' }],
      offers: [{ reason: 'anger' }],
      channels: [{ key: 'contacts' }],
    };
    expect(readEscalationPolicy(short, FILE)).toMatchObject({
      offers: [{ times: 1 }],
      channels: [{ needs: [] }],
    });
  });

  test.each([
    [
      'no rule for a wish',
      { atOnce: [{ reason: 'risk', when: { escalate: 'immediately' } }] },
      '- reason: wish',
    ],
    [
      'a rule for everybody',
      { atOnce: [{ reason: 'wish' }, { reason: 'risk', when: {} }] },
      'atOnce.1: "risk"',
    ],
    [
      'a condition that is not known',
      { atOnce: [{ reason: 'wish' }, { reason: 'amount', when: { amountAbove: 5 } }] },
      'amountAbove',
    ],
    [
      'an amount in words',
      { atOnce: [{ reason: 'wish' }, { reason: 'amount', when: { amountAtLeast: '5 juta' } }] },
      'atOnce.1.when.amountAtLeast',
    ],
    [
      'a reason that stands twice',
      { offers: [{ reason: 'anger' }, { reason: 'anger' }] },
      '"anger" stands twice',
    ],
    ['too many messages', { offers: [{ reason: 'anger', times: 99 }] }, 'offers.0.times: write how many'],
    ['no way at all', { channels: [] }, 'channels'],
    [
      'a last way that needs something',
      { channels: [{ key: 'desk', needs: ['desk'] }] },
      'put "contacts" last',
    ],
    ['a way that stands twice', { channels: [{ key: 'mail' }, { key: 'mail' }] }, '"mail" stands twice'],
  ])('names %s', (_, change, message) => {
    const read = () => readEscalationPolicy({ ...FAKE_POLICY, ...change }, FILE);
    expect(read).toThrow(EscalationPolicyError);
    expect(read).toThrow(message);
    expect(read).toThrow(FILE);
  });

  test('refuses what is no object', () => {
    expect(() => readEscalationPolicy(null, FILE)).toThrow(/is not an escalation policy:\n {2}the file: /);
  });
});
