import type { APIRoute, GetStaticPaths } from 'astro';
import { bundleScripts } from '../../layouts/bundle-scripts.ts';

export const prerender = true;

interface Props {
  code: string;
}

/** The panel of the widget, and what it imports in its turn. */
export const getStaticPaths = (async () => {
  const scripts = await bundleScripts('src/client/widget/panel.ts', { format: 'es' });
  return scripts.map(({ name, code }) => ({
    params: { file: name.replace(/\.js$/, '') },
    props: { code },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ props }) =>
  new Response(props.code, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
