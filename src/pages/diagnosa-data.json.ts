import type { APIRoute } from 'astro';
import { knowledgeData } from '../layouts/answer-diagnosis.ts';
import { siteContent } from '../layouts/site-content.ts';

export const prerender = true;

/** What conversations are led by, for the server. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(await knowledgeData(await siteContent())), {
    headers: { 'content-type': 'application/json' },
  });
