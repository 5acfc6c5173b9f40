/** What readers may send; the server looks at the content itself. Phones turn their own formats into these. */
export const FILE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'application/pdf'] as const;
export const MOST_FILES = 5;
export const MOST_BYTES = 10_000_000;
