import type { Language } from '../../core/article/browser.ts';

/** The words and addresses that the loader carries with it; the build fills them in. */
export type LoaderText = Readonly<
  Record<
    Language,
    {
      readonly ask: string;
      readonly opening: string;
      readonly failed: string;
      /** The path of the page with the same diagnosis. */
      readonly page: string;
    }
  >
>;
