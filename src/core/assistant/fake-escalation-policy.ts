import type { EscalationPolicy } from './escalation-policy.ts';

/** Every rule that there is: a risk, one million rupiah, the service "bank-b", an open incident. */
export const FAKE_POLICY: EscalationPolicy = {
  atOnce: [
    { reason: 'wish' },
    { reason: 'risk', when: { escalate: 'immediately' } },
    { reason: 'incident', when: { openIncident: true } },
    { reason: 'service', when: { services: ['bank-b'] } },
    { reason: 'amount', when: { amountAtLeast: 1_000_000, risk: ['money'] } },
    { reason: 'amount', when: { amountAtLeast: 50_000_000 } },
  ],
  offers: [
    { reason: 'vague-wish', times: 1 },
    { reason: 'anger', times: 1 },
    { reason: 'said-again', times: 3 },
    { reason: 'distress', times: 2 },
    { reason: 'vulnerable', times: 1 },
  ],
  channels: [
    { key: 'desk', needs: ['desk', 'network'] },
    { key: 'mail', needs: ['network'] },
    { key: 'phone', needs: [] },
    { key: 'contacts', needs: [] },
  ],
};
