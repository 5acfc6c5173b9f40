import { describe, expect, test } from 'vitest';
import type { Move } from '../../core/assistant/browser.ts';
import { BANK_MODEL } from '../../core/diagnosis/fake-problems.ts';
import { drawDiagnosis } from './draw-diagnosis.ts';
import { drawLadder } from './draw-ladder.ts';
import { drawPacketParts } from './draw-packet-parts.ts';
import { FAKE_LADDER_DATA } from './fake-ladder-data.ts';
import { FAKE_WORDS } from './fake-words.ts';
import type { DiagnosisView } from './view.ts';

const HANDOFF: Move = {
  state: 'handoff',
  status: 'wants-person',
  reason: 'wish',
  isOffered: false,
  channels: ['phone', 'mail'],
  nearest: [],
};
const WEDNESDAY = '2026-11-25';
const REGULATOR = {
  slug: 'pengawas',
  name: 'Pengawas <Contoh>',
  aka: [],
  sector: 'banking',
  officialSite: 'example.org',
  channels: [
    {
      kind: 'phone',
      value: { id: '0800-0000', en: '0800-0000' },
      source: 'https://example.org/kontak',
      strength: 'O',
      checked: '2026-11-20',
    },
  ],
} as const satisfies NonNullable<DiagnosisView['services']>[number];

function viewOf(more: Partial<DiagnosisView> = {}): DiagnosisView {
  return {
    lang: 'id',
    words: FAKE_WORDS,
    model: BANK_MODEL,
    conversation: { turns: [{ kind: 'confirmed', problem: 'banking/pending' }, { kind: 'person' }] },
    move: HANDOFF,
    register: 'formal',
    keeps: 'device',
    steps: new Map(),
    services: [REGULATOR],
    ...more,
  };
}

/** Without what scripts count again from, which has all words in it. */
const draw = (more: Partial<DiagnosisView> = {}) =>
  drawLadder(viewOf(more), FAKE_LADDER_DATA, WEDNESDAY).html.replace(/data-ladder="[^"]*"/, '');

describe('drawLadder', () => {
  test('gives each answer its day with its source, and the longest day where it can be extended', () => {
    const page = draw();
    const days = [...page.matchAll(/data-day="([^"]+)" datetime="([^"]+)"/g)].map(([, name, day]) => [
      name,
      day,
    ]);
    expect(days).toEqual([
      ['due:operator.spoken', '2026-12-02'],
      ['due:operator.written', '2026-12-09'],
      ['latest:operator.written', '2026-12-23'],
    ]);
    expect(page).toContain('Rabu, 2 Desember 2026');
    expect(page).toContain('href="https://example.org/rule"');
    expect(page).toContain('«counting»');
  });

  test('reaches whoever is next by the channels of the directory', () => {
    const page = draw();
    expect(page).toContain('href="tel:08000000"');
    expect(page).toContain('Pengawas &lt;Contoh&gt;');
  });

  test('names a source once, and says where the contacts of the operator are', () => {
    const operator = draw().split('class="rung"')[1] ?? '';
    expect(operator.match(/«source»/g)).toHaveLength(2);
    expect(operator).toContain('«pick»');
    const chosen = { service: 'pengawas', turns: [{ kind: 'person' }] } as const;
    expect(draw({ conversation: chosen })).toContain('«above»');
  });

  test('says plainly that no deadline was found, and then has no day to choose or save', () => {
    const page = draw({ conversation: { sector: 'government', turns: [{ kind: 'person' }] } });
    expect(page).toContain('«none»');
    expect(page).not.toMatch(/id="complained"|data-calendar|<time/);
  });

  test('asks for the service while nothing is known', () => {
    const page = draw({ conversation: { turns: [{ kind: 'person' }] } });
    expect(page).toContain('«choose»');
    expect(page).not.toContain('rung');
  });
});

describe('the packet', () => {
  const view = viewOf({
    conversation: {
      turns: [
        { kind: 'said', text: 'uang <b>hilang</b>' },
        { kind: 'confirmed', problem: 'banking/pending' },
        { kind: 'person' },
      ],
    },
  });
  const packet = drawPacketParts(view, FAKE_LADDER_DATA, new Date('2026-11-25T18:00:00Z'));

  test('offers to leave out what it holds, and the device, which it does not hold by itself', () => {
    const parts = [...packet.switches.html.matchAll(/data-part="(\w+)"/g)].map(([, part]) => part);
    expect(parts).toEqual(['said', 'device']);
    expect(drawDiagnosis({ ...view, packet })).not.toContain('Perangkat:');
  });

  test('counts from the day that it is in Indonesia', () => {
    expect(packet.ladder.html).toContain('value="2026-11-26"');
  });

  test('stands in the script as the box has it, escaped', () => {
    const page = drawDiagnosis({ ...view, packet });
    expect(page).toMatch(/data-read>Masalah: [^<]*“uang &lt;b&gt;hilang&lt;\/b&gt;”/);
    expect(page).toContain('data-print');
  });

  test('mails and says what the reader made of it', () => {
    const page = drawDiagnosis({ ...view, packet, edited: { packet: 'Masalah: Uang kos' } });
    expect(page).toContain('mailto:?subject=Uang%20kos&amp;body=Masalah%3A%20Uang%20kos');
    expect(page).toMatch(/data-opening>“Saya mau melaporkan masalah: Uang kos\./);
  });

  test('is whole without what is fetched for it', () => {
    const page = drawDiagnosis(view);
    expect(page).toContain('data-copied="packet"');
    expect(page).toContain('data-opening');
    expect(page).not.toContain('undefined');
  });
});
