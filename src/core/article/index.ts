export * from './article.ts';
export * from './address.ts';
