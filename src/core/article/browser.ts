// The part of this folder that may ship to a browser: names and addresses, no parser.
export * from './article.ts';
export * from './address.ts';
