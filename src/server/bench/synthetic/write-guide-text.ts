import { stringify } from 'yaml';
import { HEADINGS, SECTIONS, type Language, type Section } from '../../../core/article/index.ts';
import type { GuideText } from './guide-text.ts';

/** The markdown file of a guide, with front matter: what `readGuideText` reads. */
export function writeGuideText(guide: GuideText, lang: Language): string {
  const { title, description, asks, symptoms, steps, prose } = guide;
  const paragraphs = (texts: readonly (readonly string[])[]) =>
    texts.map((sentences) => sentences.join(' ')).join('\n\n');
  const bodies: Record<Section, string> = {
    symptoms: symptoms.map((symptom) => `- ${symptom}`).join('\n'),
    steps: [
      steps.map(({ action, detail }, index) => `${index + 1}. ${[action, ...detail].join(' ')}`).join('\n'),
      paragraphs(prose.afterSteps),
    ].join('\n\n'),
    'if-unresolved': paragraphs(prose['if-unresolved']),
    causes: paragraphs(prose.causes),
    prevention: paragraphs(prose.prevention),
  };
  const sections = SECTIONS.map((section) => `## ${HEADINGS[lang][section]}\n\n${bodies[section].trim()}`);
  return `---\n${stringify({ title, description, asks }, { lineWidth: 0 })}---\n\n${sections.join('\n\n')}\n`;
}
