import type { ContentFile } from './content-file.ts';

/** Files by path: text, or bytes where a test needs what no text could hold. */
export type FakeFiles = Record<string, string | Uint8Array>;

export const LATE = 'content/article/banking/parcel-late';
export const LOST = 'content/article/banking/parcel-lost';

/** A tiny content that is all right: two made-up problems that one sign tells apart, a source, a service. */
export function fakeContent(): FakeFiles {
  return {
    [`${LATE}/problem.yaml`]: LATE_YAML,
    [`${LATE}/id.md`]: LATE_ID,
    [`${LATE}/en.md`]: LATE_EN,
    [`${LOST}/problem.yaml`]: LOST_YAML,
    [`${LOST}/id.md`]: LOST_ID,
    [`${LOST}/en.md`]: LOST_EN,
    'content/sign/banking.yaml': SIGNS,
    'content/source/rule-1.yaml': RULE,
    'content/service/example-post.yaml': POST,
  };
}

/** The files as `readContent` takes them. */
export function asContentFiles(files: FakeFiles): readonly ContentFile[] {
  const encoder = new TextEncoder();
  return Object.entries(files).map(([path, content]) => ({
    path,
    bytes: typeof content === 'string' ? encoder.encode(content) : content,
  }));
}

const LATE_YAML = `risk: money
escalate: if-unresolved
related: [banking/parcel-lost]
signs:
  parcel-status: moving
  counter-asked: { yes: 0.4, no: 0.6 }
steps:
  - { key: read-status, minutes: 1 }
  - { key: ask-counter, minutes: 5, only: { parcel-status: moving }, risk: money }
services: [example-post]
sources: [rule-1]
reviewed: 2026-11-20
reviewEveryDays: 180
`;

const LATE_ID = `---
title: Paket terlambat
description: Paket masih bergerak, tetapi belum sampai.
asks:
  - paket lama banget
  - kiriman belum sampai juga
  - kenapa paket telat
---

## Gejala

- Status berkata *bergerak*.
- Tanggalnya sudah lewat.

## Langkah

1. **Baca statusnya.** Kalau hilang, buka [paket hilang](../parcel-lost/#file-claim).
2. **Tanya loket.** Mereka menjawab hari itu juga.[^rule-1]

Jangan membayar dua kali.

## Jika belum berhasil

Siapkan nomor kiriman. Lihat [langkah kedua](#ask-counter).

## Penyebab

Hujan.

## Cegah

Kirim pagi.
`;

const LATE_EN = `---
title: Parcel late
description: The parcel moves but has not arrived.
asks:
  - parcel takes ages
  - my parcel is not here yet
  - why is the parcel late
---

## Symptoms

- The status says *moving*.
- The date is over.

## Steps

1. **Read the status.** If it says lost, open [parcel lost](../parcel-lost/#file-claim).
2. **Ask the counter.** They answer the same day.[^rule-1]

Never pay twice.

## If it still fails

Have the number ready. See [the second step](#ask-counter).

## Causes

Rain.

## Prevent

Send in the morning.
`;

const LOST_YAML = `risk: normal
escalate: immediately
related: [banking/parcel-late]
signs: { parcel-status: lost }
steps:
  - { key: file-claim, minutes: 10 }
reviewed: 2026-11-20
reviewEveryDays: 90
`;

const LOST_ID = `---
title: Paket hilang
description: Status berkata hilang.
asks: [paket hilang, kiriman raib, paketku ke mana]
---

## Gejala

- Status berkata *hilang*.

## Langkah

1. **Ajukan klaim.** Anda mendapat nomor.

## Jika belum berhasil

Datang ke loket.

## Penyebab

Alamat salah.

## Cegah

Tulis alamat dengan jelas.
`;

const LOST_EN = `---
title: Parcel lost
description: The status says lost.
asks: [parcel lost, parcel gone, where is my parcel]
---

## Symptoms

- The status says *lost*.

## Steps

1. **File a claim.** You get a number.

## If it still fails

Go to the counter.

## Causes

A wrong address.

## Prevent

Write the address clearly.
`;

const SIGNS = `parcel-status:
  ask: { id: Apa statusnya?, en: What is the status? }
  how: { id: Buka aplikasinya., en: Open the app. }
  effort: 1
  answers:
    moving: { id: Bergerak, en: Moving }
    lost: { id: Hilang, en: Lost }
counter-asked:
  ask: { id: Sudah tanya loket?, en: Have you asked the counter? }
  effort: 3
  answers:
    yes: { id: Sudah, en: Yes }
    no: { id: Belum, en: No }
`;

const RULE = `title: { id: Aturan kiriman, en: Rule on parcels }
publisher: Kantor Contoh
url: https://example.org/rule
strength: O
checked: 2026-11-20
`;

const POST = `name: Pos Contoh
aka: [contoh]
sector: banking
operator: PT Contoh
officialSite: example.org
channels:
  - kind: form
    value: https://example.org/help
    note: { id: untuk paket, en: for parcels }
    source: https://example.org/contact
    strength: O
    checked: 2026-11-20
`;
