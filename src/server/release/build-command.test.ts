import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BUILD_COMMAND } from './build-command.ts';

it('is what the build scripts of package.json run', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  expect(scripts['build']).toBe(['node', ...BUILD_COMMAND].join(' '));
  expect(scripts['build:static']).toBe(['node', ...BUILD_COMMAND, '--static'].join(' '));
});
