import type { Content } from '../../core/article/index.ts';
import type { BuildMode } from '../release/index.ts';

/** Told what is happening now, in a few words for the person who waits. */
export type Progress = (line: string) => void;

/** What a site builder is asked for. */
interface SiteOrder {
  readonly root: string;
  /** The folder to fill; `client/` and `server/` inside it in server mode, the pages themselves in static mode. */
  readonly folder: string;
  readonly mode: BuildMode;
  readonly siteUrl: string;
  /** What the pages are made from; checked already. */
  readonly content: Content;
  readonly onProgress: Progress;
}

/** Makes the pages. @throws when it cannot; what lies in the folder then is not used. */
export type SiteBuilder = (order: SiteOrder) => Promise<void>;
