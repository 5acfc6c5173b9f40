import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { toPlainMarkdown } from '../../core/article/index.ts';
import { siteContent } from '../../layouts/site-content.ts';
import { markdownPages } from '../../layouts/static-paths.ts';

export const getStaticPaths = () => markdownPages('id');

/** A guide as plain markdown, to read in a terminal, paste or hand to a program. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props, site }) =>
  new Response(toPlainMarkdown(props.article, (await siteContent()).sources, site?.origin ?? ''), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
