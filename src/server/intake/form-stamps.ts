import { timingSafeEqual } from 'node:crypto';
import { sealWith } from './keep-key.ts';

/** When a form was drawn, signed and sent along with it; no cookie, and nothing is kept. */
export interface FormStamps {
  /** For a form that is drawn now. */
  draw(): string;
  /** For a form whose words came from another page: its reader may send it at once. */
  drawFilled(): string;
  /** Whether a person could not have read and filled the form since it was drawn, or it was never drawn here. */
  isHasty(stamp: string): boolean;
}

/** A browser that fills forms still leaves somebody to write what happened, or to find the button. */
const LEAST_MS = 2000;
/** A form may wait in an open tab. */
const LASTS_MS = 30 * 86_400_000;
const FORM = /^(\d{1,16})\.([\w-]{43})$/;

/** Signs with a key that all processes over a database share. */
export function openFormStamps({ key, now }: { readonly key: string; readonly now: () => Date }): FormStamps {
  const seal = (time: string) => sealWith(key, 'form', time);
  const sign = (time: number) => `${time}.${seal(String(time))}`;
  return {
    draw: () => sign(now().getTime()),
    drawFilled: () => sign(now().getTime() - LEAST_MS),
    isHasty(stamp) {
      const [, time, given] = FORM.exec(stamp) ?? [];
      if (time === undefined || given === undefined) return true;
      if (!timingSafeEqual(Buffer.from(given), Buffer.from(seal(time)))) return true;
      const age = now().getTime() - Number(time);
      return age < LEAST_MS || age > LASTS_MS;
    },
  };
}
