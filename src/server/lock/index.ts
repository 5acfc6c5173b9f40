export {
  createLock,
  describeSelf,
  giveSignsOfLife,
  isRunning,
  readHolder,
  takeAway,
  type Holder,
} from './lock-file.ts';
