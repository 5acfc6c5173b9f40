// A file of its own, so that a browser fetches it, and nothing else of the guard, when it is needed.
export { findSecrets } from '../../core/safety/browser.ts';
