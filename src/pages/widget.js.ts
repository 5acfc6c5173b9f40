import type { APIRoute } from 'astro';
import { loaderText } from '../i18n/widget-text.ts';
import { bundleScripts } from '../layouts/bundle-scripts.ts';

export const prerender = true;

/** The script that pages of other sites include: a button, which fetches the rest when it is touched. */
export const GET: APIRoute = async () => {
  const define = { PANDU_LOADER_TEXT: JSON.stringify(loaderText()) };
  const [script] = await bundleScripts('src/client/widget/widget.ts', { format: 'iife', define });
  return new Response(script?.code, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
};
