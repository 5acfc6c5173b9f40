// The part of this folder that may ship to a browser: names, addresses and contacts, no parser.
export * from './article.ts';
export * from './address.ts';
export { channelHref } from './channel-href.ts';
export { matchContact, type ContactMatch } from './match-contact.ts';
