import type { APIRoute } from 'astro';
import { answerPanelSettings } from '../../layouts/answer-panel-settings.ts';

// Who words the replies is the server's to say when it is asked; a static build prerenders it (astro.config.mjs).
export const prerender = false;

export const GET: APIRoute = ({ locals }) => answerPanelSettings('en', locals);
