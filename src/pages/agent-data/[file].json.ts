import type { APIRoute, GetStaticPaths } from 'astro';
import { agentGuideFiles } from '../../layouts/agent-guides.ts';

export const prerender = true;

export const getStaticPaths = (async () => {
  const files = await agentGuideFiles();
  return files.map(({ name, guides }) => ({ params: { file: name }, props: { guides } }));
}) satisfies GetStaticPaths;

/** Guides as agents copy them, a few in each file. */
export const GET: APIRoute = ({ props: { guides } }) =>
  new Response(JSON.stringify(guides), { headers: { 'content-type': 'application/json' } });
