import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import type { Content } from '../../core/article/index.ts';
import { readEscalationPolicy, type KnowledgeData } from '../../core/assistant/index.ts';
import { diagnosisProblems } from '../../core/diagnosis/index.ts';
import { DEFAULT_URGENT_WEIGHTS, readUrgentPolicy, spellingOf } from '../../core/safety/index.ts';
import { loadLexicons } from '../search/index.ts';

const URGENT_FILE = 'content/policy/urgent.yaml';
const ESCALATION_FILE = 'content/policy/escalation.yaml';

/**
 * What conversations are led by, from the content of a repository.
 * @throws when a policy or lexicon is wrong.
 */
export async function loadKnowledgeData(root: string, { articles, signs }: Content): Promise<KnowledgeData> {
  const read = async (file: string): Promise<unknown> => parse(await readFile(path.join(root, file), 'utf8'));
  return {
    problems: diagnosisProblems(articles),
    signs: [...signs.values()],
    urgent: {
      policy: readUrgentPolicy(await read(URGENT_FILE), URGENT_FILE),
      spelling: spellingOf(await loadLexicons(root)),
      weights: DEFAULT_URGENT_WEIGHTS,
    },
    policy: readEscalationPolicy(await read(ESCALATION_FILE), ESCALATION_FILE),
  };
}
