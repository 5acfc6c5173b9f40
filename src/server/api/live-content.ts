import type { Content } from '../../core/article/index.ts';
import { openKnowledge, type Knowledge } from '../../core/assistant/index.ts';
import { loadFrom, openSearch, type IndexFiles } from '../../core/search/index.ts';
import { loadContent } from '../content/index.ts';
import { loadKnowledgeData } from '../conversation/index.ts';
import type { AskSearch } from '../http/index.ts';
import { buildSearchFiles, loadLexicons } from '../search/index.ts';

/** What `content/` says, with a search over it. */
export interface ContentReading {
  readonly content: Content;
  readonly index: IndexFiles;
  readonly search: AskSearch;
  /** What conversations are led by; made when it is first asked for. */
  readonly knowledge: () => Promise<Knowledge>;
}

export interface LiveContent {
  /**
   * The content as it was at the first reading since the last change; while a change has problems, the last
   * good one.
   * @throws {ContentError} when there has been no good one yet.
   */
  read(): Promise<ContentReading>;
  /** Says that a file changed. */
  forget(): void;
}

/** Keeps a reading of the content until it changes. */
export function openLiveContent(readContent: () => Promise<ContentReading>): LiveContent {
  let reading: Promise<ContentReading> | undefined;
  let lastGood: ContentReading | undefined;
  const readOrKeep = async (): Promise<ContentReading> => {
    try {
      return (lastGood = await readContent());
    } catch (error) {
      // The problems are shown where the pages are made; here the rest goes on working.
      if (lastGood) return lastGood;
      throw error;
    }
  };
  return {
    read() {
      const current = (reading ??= readOrKeep());
      current.catch(() => {
        if (reading === current) reading = undefined;
      });
      return current;
    },
    forget() {
      reading = undefined;
    },
  };
}

/** Reads the content of a repository for somebody who is writing it: words alone are compared, nothing is built. */
export async function readForWriter(root: string): Promise<ContentReading> {
  const content = await loadContent(root);
  const index = buildSearchFiles(content, await loadLexicons(root));
  const opened = openSearch({ load: loadFrom(index) });
  let knowledge: Promise<Knowledge> | undefined;
  return {
    content,
    index,
    search: (request) => opened.search(request),
    knowledge: () => (knowledge ??= loadKnowledgeData(root, content).then(openKnowledge)),
  };
}
