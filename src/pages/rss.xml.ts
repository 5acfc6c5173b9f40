import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { guideFeed } from '../layouts/guide-feed.ts';
import { siteContent } from '../layouts/site-content.ts';

/** The guides, the last reviewed first. */
export const GET: APIRoute = async ({ site }) => rss(guideFeed((await siteContent()).articles, 'id', site));
