import type { APIRoute, GetStaticPaths } from 'astro';
import { writeInOneLanguage } from '../../core/assistant/index.ts';
import { LANGUAGES } from '../../core/article/browser.ts';
import { knowledgeData, ladderData } from '../../layouts/answer-diagnosis.ts';
import { siteContent } from '../../layouts/site-content.ts';

export const prerender = true;

interface Props {
  json: string;
}

/**
 * What the diagnosis in a browser is led by: in one file for each language what changes with the guides, in another
 * how danger is heard, which does not and is the same for both; and apart from them, who has to answer complaints.
 */
export const getStaticPaths = (async () => {
  const content = await siteContent();
  const { urgent, ...guides } = await knowledgeData(content);
  const ladders = await ladderData(content);
  return [
    ...LANGUAGES.map((lang) => ({
      params: { file: lang },
      props: { json: writeInOneLanguage(guides, lang) },
    })),
    ...LANGUAGES.map((lang) => ({
      params: { file: `ladder-${lang}` },
      props: { json: writeInOneLanguage(ladders, lang) },
    })),
    { params: { file: 'urgent' }, props: { json: JSON.stringify(urgent) } },
  ];
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ props: { json } }) =>
  new Response(json, { headers: { 'content-type': 'application/json' } });
