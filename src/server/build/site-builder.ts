import type { BuildMode } from '../release/index.ts';

/** What a site builder is asked for. */
interface SiteOrder {
  readonly root: string;
  /** The folder to fill; `client/` and `server/` inside it in server mode, the pages themselves in static mode. */
  readonly folder: string;
  readonly mode: BuildMode;
  readonly siteUrl: string;
}

/** Makes the pages. @throws when it cannot; what lies in the folder then is not used. */
export type SiteBuilder = (order: SiteOrder) => Promise<void>;
