import type { AgentGuide } from '../client/agent/browser.ts';
import type { Article, Content } from '../core/article/index.ts';
import { AGENTS } from '../i18n/agents-text.ts';
import { messages } from '../i18n/index.ts';

/** A guide as agents and readers get it step by step. */
export function agentGuide({ id, code, title, steps, lang }: Article, { signs }: Content): AgentGuide {
  return {
    id,
    code,
    title,
    steps: steps.map(({ key, action, detail, only, risk }) => {
      const sign = only && signs.get(only.sign);
      const answer = only && sign?.answers[only.answer]?.[lang];
      return {
        key,
        action: action.text,
        detail: detail.text,
        ...(sign && { condition: `${messages(lang).guide.only} ${sign.ask[lang]} ${answer ?? ''}` }),
        ...(risk && { warning: AGENTS[lang].desk.danger }),
      };
    }),
  };
}
