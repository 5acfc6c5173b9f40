export { createApp } from './create-app.ts';
export type { AppParts } from './app-parts.ts';
export { ListenError } from './listen.ts';
export { startServer, type RunningServer } from './start-server.ts';
