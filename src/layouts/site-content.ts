import { getCollection } from 'astro:content';
import type { Content } from '../core/article/index.ts';

let built: Promise<Content> | undefined;

/** All content for the pages, read from Astro's store once a build; in development afresh each time. */
export function siteContent(): Promise<Content> {
  if (import.meta.env.DEV) return readStore();
  built ??= readStore();
  return built;
}

async function readStore(): Promise<Content> {
  const [articles, signs, sources, services, codes] = await Promise.all([
    getCollection('article'),
    getCollection('sign'),
    getCollection('source'),
    getCollection('service'),
    getCollection('code'),
  ]);
  return {
    articles: articles.map(({ data }) => data),
    signs: new Map(signs.map(({ id, data }) => [id, data])),
    sources: new Map(sources.map(({ id, data }) => [id, data])),
    services: services.map(({ data }) => data),
    codes: new Map(codes.map(({ id, data }) => [id, data.id])),
  };
}
