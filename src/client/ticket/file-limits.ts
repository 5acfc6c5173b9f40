/** What readers may send; the server looks at the content itself. */
export const FILE_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/heic',
  'application/pdf',
] as const;
export const MOST_FILES = 5;
export const MOST_BYTES = 10_000_000;
