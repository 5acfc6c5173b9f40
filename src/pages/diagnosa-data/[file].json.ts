import type { APIRoute, GetStaticPaths } from 'astro';
import { writeInOneLanguage } from '../../core/assistant/index.ts';
import { LANGUAGES } from '../../core/article/browser.ts';
import { knowledgeData } from '../../layouts/answer-diagnosis.ts';
import { siteContent } from '../../layouts/site-content.ts';

export const prerender = true;

interface Props {
  json: string;
}

/**
 * What the diagnosis in a browser is led by: in one file for each language what changes with the guides, in another
 * how danger is heard, which does not and is the same for both.
 */
export const getStaticPaths = (async () => {
  const { urgent, ...guides } = await knowledgeData(await siteContent());
  return [
    ...LANGUAGES.map((lang) => ({
      params: { file: lang },
      props: { json: writeInOneLanguage(guides, lang) },
    })),
    { params: { file: 'urgent' }, props: { json: JSON.stringify(urgent) } },
  ];
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ props: { json } }) =>
  new Response(json, { headers: { 'content-type': 'application/json' } });
