import type { APIRoute } from 'astro';
import { llmsText } from '../layouts/llms-text.ts';
import { siteContent } from '../layouts/site-content.ts';

/** What a language model needs to find its way. */
export const GET: APIRoute = async ({ site }) => new Response(llmsText((await siteContent()).articles, site));
