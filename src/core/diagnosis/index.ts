export * from './separating-answers.ts';
