import type { Language } from '../../core/article/browser.ts';
import { shardOf, shardPath, type AgentGuide } from './agent-guide.ts';

/** Gives a guide with its steps. @throws when it cannot be fetched or is gone. */
export type LoadGuide = (id: string, lang: Language) => Promise<AgentGuide>;

/**
 * Loads guides from the files of the site, each file once; a failed one is tried again the next time. `site` is
 * the origin of the site; '' on its own pages.
 */
export function createGuideLoader(shards: Readonly<Record<Language, number>>, site = ''): LoadGuide {
  const files = new Map<string, Promise<readonly AgentGuide[]>>();
  const load = (address: string) => {
    const known = files.get(address);
    if (known) return known;
    const file = fetchGuides(address);
    files.set(address, file);
    file.catch(() => files.delete(address));
    return file;
  };
  return async (id, lang) => {
    const guides = await load(site + shardPath(lang, shardOf(id, shards[lang])));
    const guide = guides.find((one) => one.id === id);
    if (!guide) throw new Error(`There is no guide ${id} any more.`);
    return guide;
  };
}

async function fetchGuides(address: string): Promise<readonly AgentGuide[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered with status ${response.status}.`);
  // The site writes these files itself, in this form.
  return (await response.json()) as readonly AgentGuide[];
}
