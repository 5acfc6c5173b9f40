export { fillIn } from './fill-in.ts';
export { html, type Html } from './html.ts';
