import { LANGUAGES, SECTORS } from '../../core/article/browser.ts';
import { COPY_FORMATS, type CopyFormat } from '../../core/copy/browser.ts';
import type { DeskGuide } from './desk.ts';

/** The part of `localStorage` that is used. */
export type DeviceStore = Pick<Storage, 'getItem' | 'setItem'>;

/** The store of this device; asked for anew each time, since a browser may refuse even to name it. */
export const device: DeviceStore = {
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => {
    localStorage.setItem(key, value);
  },
};

const FORMAT_KEY = 'pandu.agent.format';
const RECENT_KEY = 'pandu.agent.recent';
const MOST_RECENT = 10;

/** The format chosen last on this device; WhatsApp at first. */
export function readFormat(store: DeviceStore): CopyFormat {
  const kept = read(store, FORMAT_KEY);
  return COPY_FORMATS.find((format) => format === kept) ?? 'whatsapp';
}

/** Remembers the format on this device. */
export function keepFormat(store: DeviceStore, format: CopyFormat): void {
  write(store, FORMAT_KEY, format);
}

/** The guides and steps that were copied last on this device, the newest first, at most ten. */
export function readRecent(store: DeviceStore): DeskGuide[] {
  let kept: unknown;
  try {
    kept = JSON.parse(read(store, RECENT_KEY) ?? '[]');
  } catch {
    // Another version wrote it: begin anew.
    return [];
  }
  return Array.isArray(kept) ? kept.filter(isDeskGuide).slice(0, MOST_RECENT) : [];
}

/** Puts a copied guide or step in front of the others. */
export function keepRecent(store: DeviceStore, copied: DeskGuide): void {
  const isSame = (other: DeskGuide) =>
    other.id === copied.id && other.lang === copied.lang && other.step?.key === copied.step?.key;
  const others = readRecent(store).filter((other) => !isSame(other));
  write(store, RECENT_KEY, JSON.stringify([copied, ...others].slice(0, MOST_RECENT)));
}

function isDeskGuide(value: unknown): value is DeskGuide {
  if (typeof value !== 'object' || value === null) return false;
  const { id, lang, title, url, sector, step } = value as Partial<Record<keyof DeskGuide, unknown>>;
  return (
    typeof id === 'string' &&
    LANGUAGES.some((known) => known === lang) &&
    typeof title === 'string' &&
    typeof url === 'string' &&
    /^\/(?!\/)/.test(url) &&
    SECTORS.some((known) => known === sector) &&
    (step === undefined || isStep(step))
  );
}

function isStep(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { key, action } = value as Record<string, unknown>;
  return typeof key === 'string' && typeof action === 'string';
}

function read(store: DeviceStore, key: string): string | null {
  try {
    return store.getItem(key);
  } catch {
    // The reader has forbidden storage: nothing is remembered.
    return null;
  }
}

function write(store: DeviceStore, key: string, value: string): void {
  try {
    store.setItem(key, value);
  } catch {
    // Forbidden or full: nothing is remembered, and nothing else depends on it.
  }
}
