import { permalinkPath } from '../../core/article/index.ts';
import { loadContent } from '../content/index.ts';
import { UsageError, type Command } from './command.ts';
import { readArguments } from './read-arguments.ts';

/** `kb codes`: the short link of every problem, those of former names included. */
export const codes: Command = {
  usage: '',
  summary: 'list the short links',
  async run(args, { root, print }) {
    const { positionals } = readArguments(args, {});
    if (positionals.length > 0) throw new UsageError('codes lists all short links; it takes no names.');
    const content = await loadContent(root);
    const lines = [...content.codes].map(([code, id]) => ({ id, link: permalinkPath(code, 'id') }));
    lines.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.link < b.link ? -1 : 1));
    for (const { id, link } of lines) print(`${link}  ${id}`);
    return 0;
  },
};
