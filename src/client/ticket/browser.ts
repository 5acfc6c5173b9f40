export { drawFiles } from './draw-files.ts';
export { drawRating } from './draw-rating.ts';
export { drawReply, drawSolvedNow } from './draw-reply.ts';
export { drawStanding } from './draw-standing.ts';
export { drawThread } from './draw-thread.ts';
export type { TicketPageView } from './ticket-page-view.ts';
export type { TicketWords } from './words.ts';
