import type { FileType } from './read-type.ts';

const LONGEST = 80;
const ENDINGS: Readonly<Record<FileType, readonly [string, ...string[]]>> = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'application/pdf': ['pdf'],
};
/** Control characters, and those that hide, or turn the direction of what follows. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/gu;
const FORBIDDEN = /["*:<>?|;%`$&]/g;

/** A name that no folder, header or page misreads, with the ending of its content. */
export function cleanName(name: string, type: FileType): string {
  const endings = ENDINGS[type];
  const own = name.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = own.replace(UNSEEN, '').replace(FORBIDDEN, ' ').replace(/\s+/g, ' ').trim();
  const ending = /\.([a-z0-9]{1,5})$/i.exec(plain)?.[1]?.toLowerCase();
  const stem = ending === undefined ? plain : plain.slice(0, -ending.length - 1);
  const bare = Array.from(stem.replace(/^[.\s]+|[.\s]+$/g, ''))
    .slice(0, LONGEST)
    .join('');
  const kept = ending !== undefined && endings.includes(ending) ? ending : endings[0];
  return `${bare === '' ? 'file' : bare}.${kept}`;
}
