export { openRandom, type Random } from './open-random.ts';
