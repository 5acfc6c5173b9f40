import type { APIRoute } from 'astro';
import { siteContent } from '../layouts/site-content.ts';

/** The directory of services, for the contact check in the browser. */
export const GET: APIRoute = async () => new Response(JSON.stringify((await siteContent()).services));
