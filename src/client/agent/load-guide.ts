import type { Language } from '../../core/article/browser.ts';
import { shardOf, shardPath, type AgentGuide } from './agent-guide.ts';

/** Gives a guide with its steps. @throws when it cannot be fetched or is gone. */
export type LoadGuide = (id: string, lang: Language) => Promise<AgentGuide>;

/** Loads guides from the files of the site, each file once; a failed one is tried again the next time. */
export function createGuideLoader(shards: Readonly<Record<Language, number>>): LoadGuide {
  const files = new Map<string, Promise<readonly AgentGuide[]>>();
  const load = (path: string) => {
    const known = files.get(path);
    if (known) return known;
    const file = fetchGuides(path);
    files.set(path, file);
    file.catch(() => files.delete(path));
    return file;
  };
  return async (id, lang) => {
    const guides = await load(shardPath(lang, shardOf(id, shards[lang])));
    const guide = guides.find((one) => one.id === id);
    if (!guide) throw new Error(`There is no guide ${id} any more.`);
    return guide;
  };
}

async function fetchGuides(path: string): Promise<readonly AgentGuide[]> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} answered with status ${response.status}.`);
  // The site writes these files itself, in this form.
  return (await response.json()) as readonly AgentGuide[];
}
