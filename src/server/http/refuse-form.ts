import type { Context } from 'hono';
import type { Bilingual, Language } from '../../core/article/browser.ts';
import { sayWait } from '../../core/ticket/browser.ts';
import type { AppEnv } from './app-env.ts';
import { plainPage } from './plain-page.ts';
import { readForm, type RefusedForm, type SentForm } from './read-form.ts';

/** Why a form is refused though its page cannot be drawn again. */
export interface FormRefusal {
  readonly reason: RefusedForm['reason'] | 'too-many' | 'away' | 'elsewhere' | 'nothing-chosen';
  readonly status: number;
  /** To wait before it is sent again. */
  readonly seconds?: number;
}

/** So long the rest of what is refused is waited for: a browser shows an answer only when all was sent. */
const MOST_PASSED_OVER = 100_000_000;

/** A page with what happened, what to do, and what was filled in, to be sent again from there. */
export async function refuseForm(
  c: Context<AppEnv>,
  lang: Language,
  { reason, status, seconds }: FormRefusal,
  sent?: SentForm,
): Promise<Response> {
  await passOver(c);
  const { title = NOT_SENT, text } = WORDS[reason];
  const entries = reason === 'elsewhere' ? [] : (sent?.entries ?? []);
  return plainPage({
    ...{ status, lang, title, path: c.req.path },
    text: { id: fill(text.id, 'id', seconds), en: fill(text.en, 'en', seconds) },
    ...(seconds !== undefined && { seconds }),
    ...(entries.length > 0 && { entries }),
  });
}

/** The same for a form that nobody has read yet: asked too fast, before anything else was done. */
export async function refuseUnread(
  c: Context<AppEnv>,
  lang: Language,
  refusal: FormRefusal,
): Promise<Response> {
  return refuseForm(c, lang, refusal, await readForm(c, 0));
}

/** Lets the rest of a body go by. */
export async function passOver(c: Context<AppEnv>): Promise<void> {
  if (Number(c.req.header('Content-Length') ?? 0) > MOST_PASSED_OVER) return;
  const { body } = c.req.raw;
  if (!body || body.locked) return;
  const reader = body.getReader();
  let length = 0;
  try {
    for (
      let part = await reader.read();
      !part.done && length <= MOST_PASSED_OVER;
      part = await reader.read()
    ) {
      const chunk: Uint8Array = part.value;
      length += chunk.length;
    }
  } catch {
    // Whoever sent it is gone; nobody reads the answer either.
  } finally {
    reader.releaseLock();
  }
}

function fill(text: string, lang: Language, seconds = 0): string {
  return text.replace('{wait}', sayWait(seconds, lang));
}

const NOT_SENT: Bilingual = { id: 'Belum terkirim', en: 'Not sent' };

const WORDS: Readonly<
  Record<FormRefusal['reason'], { readonly title?: Bilingual; readonly text: Bilingual }>
> = {
  'too-many': {
    text: {
      id: 'Dari jaringan ini terlalu banyak permintaan dalam waktu singkat. Tulisan Anda tidak hilang. Tunggu {wait}, lalu kirim lagi.',
      en: 'Too much came from this network in a short time. What you wrote is not lost. Wait {wait}, then send it again.',
    },
  },
  'too-long': {
    text: {
      id: 'Kiriman ini terlalu besar. Ringkas tulisannya atau kurangi lampirannya, lalu kirim lagi.',
      en: 'This is too large. Shorten what you wrote or leave out attachments, then send it again.',
    },
  },
  busy: {
    text: {
      id: 'Server sedang menerima terlalu banyak kiriman. Tulisan Anda tidak hilang. Tunggu {wait}, lalu kirim lagi.',
      en: 'The server is taking in too much at this moment. What you wrote is not lost. Wait {wait}, then send it again.',
    },
  },
  unreadable: {
    text: {
      id: 'Isi formulirnya tidak terbaca. Buka halamannya, isi sekali lagi, lalu kirim.',
      en: 'The form could not be read. Open the page, fill it in once more and send it.',
    },
  },
  away: {
    text: {
      id: 'Penyimpanan di server sedang tidak menjawab. Tulisan Anda tidak hilang. Tunggu {wait}, lalu kirim lagi.',
      en: 'The storage of the server does not answer. What you wrote is not lost. Wait {wait}, then send it again.',
    },
  },
  elsewhere: {
    text: {
      id: 'Formulir ini dikirim dari situs lain, jadi tidak diterima. Buka halamannya di sini, lalu kirim dari sana.',
      en: 'This form was sent from another site, so it is not taken. Open the page here and send it from there.',
    },
  },
  'nothing-chosen': {
    title: { id: 'Belum ada yang dipilih', en: 'Nothing was chosen' },
    text: {
      id: 'Kembali ke halamannya, pilih salah satu, lalu kirim.',
      en: 'Go back to the page, choose one of them and send it.',
    },
  },
};
