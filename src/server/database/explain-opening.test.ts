import { describe, expect, it } from 'vitest';
import { explainOpening } from './explain-opening.ts';

describe('explainOpening', () => {
  it.each([
    ['EACCES', /right to/],
    ['EROFS', /cannot be written to/],
    ['ENOSPC', /disk is full/],
    ['ENOTDIR', /file stands/],
  ])('knows a remedy for %s, also when it is wrapped', (code, remedy) => {
    const fault = Object.assign(new Error('no'), { code });
    for (const cause of [fault, new Error('wrapped', { cause: fault })]) {
      expect(explainOpening('/srv/data', cause)).toMatch(remedy);
      expect(explainOpening('/srv/data', cause)).toContain(`/srv/data cannot be opened (${code})`);
    }
  });

  it('takes all else for damaged files', () => {
    expect(explainOpening('/srv/data', new Error('Aborted()'))).toMatch(/^[^(]*Restore it from a backup/);
  });
});
