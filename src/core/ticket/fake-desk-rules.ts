import type { DeskPolicy } from './desk-policy.ts';
import type { DeskRules } from './desk-rules.ts';

const OFFICE = [
  { from: '08:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
];

/** A desk in Jakarta, Monday to Friday in two spans, at night for what is urgent; a Thursday is a holiday. */
export const FAKE_POLICY: DeskPolicy = {
  utcOffset: '+07:00',
  hours: { monday: OFFICE, tuesday: OFFICE, wednesday: OFFICE, thursday: OFFICE, friday: OFFICE },
  collectiveLeave: 'closed',
  priorities: [
    { priority: 'urgent', when: { escalate: ['immediately'], risk: ['money', 'security'] } },
    { priority: 'high', when: { risk: ['security'] } },
    { priority: 'low', when: { channel: ['mail'] } },
    { priority: 'normal' },
  ],
  targets: {
    urgent: { firstReply: 30, solve: 240, clock: 'always' },
    high: { firstReply: 60, solve: 480, clock: 'business' },
    normal: { firstReply: 240, solve: 960, clock: 'business' },
    low: { firstReply: 480, solve: 2_400, clock: 'business' },
  },
  warnWhenLeft: 0.25,
};

export const FAKE_RULES: DeskRules = {
  policy: FAKE_POLICY,
  holidays: [
    {
      year: 2026,
      decision: 'A decision',
      sources: [{ url: 'https://example.org/', publisher: 'A ministry', checked: '2026-11-25' }],
      days: [
        { date: '2026-12-24', name: 'A day of leave', kind: 'collective-leave' },
        { date: '2026-12-25', name: 'A holiday', kind: 'national' },
      ],
    },
  ],
};
