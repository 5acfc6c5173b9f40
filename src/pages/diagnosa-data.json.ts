import type { APIRoute } from 'astro';
import { knowledgeData } from '../layouts/answer-diagnosis.ts';
import { siteContent } from '../layouts/site-content.ts';

export const prerender = true;

/** Problems and signs, for the diagnosis in the browser. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(await knowledgeData(await siteContent())), {
    headers: { 'content-type': 'application/json' },
  });
