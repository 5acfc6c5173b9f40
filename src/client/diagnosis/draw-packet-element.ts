import type { Language } from '../../core/article/browser.ts';
import {
  changePart,
  findPart,
  LEAVABLE,
  readInOneLanguage,
  writeDevice,
  writeOpening,
  writeSubject,
  type LeavablePart,
} from '../../core/assistant/browser.ts';
import { readDate, reckonDates, writeCalendar, type Ladder } from '../../core/ladder/browser.ts';
import { fillIn } from '../markup/browser.ts';
import { calendarDays } from './calendar-days.ts';
import { writeDate } from './calendar-text.ts';
import { PACKET_CHANGED } from './desk-events.ts';
import { describeDevice } from './draw-packet-device.ts';
import type { LadderWords } from './ladder-words.ts';

/** Makes packets on the page live: what the reader changes in the box reaches the mail and the phone script. */
export function defineReaderPacket(): void {
  if (!customElements.get('reader-packet')) customElements.define('reader-packet', ReaderPacket);
}

/** The day that the reader gave: kept while the page is drawn anew, and no longer than there is a packet on it. */
let complained: string | undefined;
let packets = 0;

class ReaderPacket extends HTMLElement {
  /** Parts that were left out, as the reader had changed them. */
  readonly #left = new Map<LeavablePart, string>();

  connectedCallback(): void {
    packets++;
    for (const part of this.querySelectorAll<HTMLElement>('[data-scripted]')) part.hidden = false;
    const date = this.#date;
    if (date && complained !== undefined) date.value = complained;
    this.addEventListener('input', ({ target }) => {
      if (target === this.#box) this.#follow();
    });
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement && target.dataset['part'] !== undefined) this.#switch(target);
      if (target === this.#date) this.#count();
    });
    this.addEventListener('click', ({ target }) => {
      if (!(target instanceof Element)) return;
      if (target.closest('[data-print]')) print();
      if (target.closest('[data-calendar]')) this.#saveCalendar();
    });
    this.#follow();
    this.#count();
  }

  disconnectedCallback(): void {
    packets--;
    // A page that is drawn anew takes the old packet away just before the new one comes.
    setTimeout(() => {
      if (packets === 0) complained = undefined;
    });
  }

  get #lang(): Language {
    return this.dataset['lang'] === 'en' ? 'en' : 'id';
  }

  get #box(): HTMLTextAreaElement | null {
    return this.querySelector<HTMLTextAreaElement>('#packet');
  }

  get #date(): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>('#complained');
  }

  /** Everything that is made of the packet is made of what stands in the box. */
  #follow(): void {
    const text = this.#box?.value ?? '';
    const lang = this.#lang;
    for (const box of this.querySelectorAll<HTMLInputElement>('[data-part]')) {
      const part = partOf(box);
      if (part) box.checked = findPart(text, lang, part) !== undefined;
    }
    const mail = this.querySelector<HTMLAnchorElement>('[data-mail]');
    if (mail) {
      const subject = encodeURIComponent(writeSubject(text, lang));
      mail.href = `${mail.href.replace(/\?.*$/, '')}?subject=${subject}&body=${encodeURIComponent(text)}`;
    }
    const opening = this.querySelector('[data-opening]');
    if (opening) opening.textContent = writeOpening(text, lang);
    const read = this.querySelector('[data-read]');
    if (read) read.textContent = text;
    this.dispatchEvent(new CustomEvent(PACKET_CHANGED));
  }

  #switch(box: HTMLInputElement): void {
    const part = partOf(box);
    const packet = this.#box;
    if (!part || !packet) return;
    const lang = this.#lang;
    const now = findPart(packet.value, lang, part);
    if (!box.checked && now !== undefined) this.#left.set(part, now);
    const block = this.#left.get(part) ?? (part === 'device' ? ownDevice(lang) : box.dataset['block']);
    packet.value = changePart(packet.value, lang, part, box.checked ? block : undefined);
    this.#follow();
  }

  /** The ladder on the page, as it was drawn. */
  get #ladder(): { readonly ladder: Ladder; readonly words: LadderWords } | undefined {
    const written = this.querySelector<HTMLElement>('[data-ladder]')?.dataset['ladder'];
    if (written === undefined) return undefined;
    // drawLadder wrote it in this form.
    return readInOneLanguage(written) as { ladder: Ladder; words: LadderWords };
  }

  #count(): void {
    const { ladder, words } = this.#ladder ?? {};
    const date = this.#date;
    if (!ladder || !words || !date) return;
    complained = date.value;
    const days = reckonDates(ladder, date.value);
    for (const { rung, key, due, latest } of days) {
      this.#writeDay(`due:${rung}.${key}`, due);
      if (latest !== undefined) this.#writeDay(`latest:${rung}.${key}`, latest);
    }
    const isDated = days.length > 0;
    for (const by of this.querySelectorAll<HTMLElement>('[data-by]')) by.hidden = !isDated;
    const note = this.querySelector('[data-counting]');
    if (note) note.textContent = (isDated ? words.counting : words.noDate)[this.#lang];
    this.querySelector('[data-calendar]')?.toggleAttribute('disabled', !isDated);
  }

  #writeDay(name: string, date: string): void {
    for (const time of this.querySelectorAll('time')) {
      if (time.dataset['day'] !== name) continue;
      time.dateTime = date;
      time.textContent = writeDate(date, this.#lang);
    }
  }

  #saveCalendar(): void {
    const { ladder, words } = this.#ladder ?? {};
    const date = readDate(this.#date?.value ?? '');
    if (!ladder || !words || date === undefined) return;
    const file = `pandu-${date}.ics`;
    saveFile(file, writeCalendar(calendarDays(ladder, date, words, this.#lang), new Date()));
    const note = this.querySelector('[data-calendar-note]');
    if (note) note.textContent = fillIn(words.saved[this.#lang], { file });
  }
}

function partOf({ dataset }: HTMLElement): LeavablePart | undefined {
  return LEAVABLE.find((part) => part === dataset['part']);
}

function ownDevice(lang: Language): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return writeDevice(lang, [...describeDevice(navigator.userAgent), navigator.language, timeZone]);
}

function saveFile(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
  link.download = name;
  link.click();
  // Browsers begin to read it after the click.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, RELEASE_MS);
}

const RELEASE_MS = 10_000;
