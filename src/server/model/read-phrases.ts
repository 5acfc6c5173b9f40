import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { pick } from './random.ts';

const words = z.array(z.coerce.string()).min(1);
const group = z.strictObject({ id: words, en: words });

const phrasesSchema = z.strictObject({
  things: z.array(group),
  events: z.array(group),
  situations: z.array(group),
  fillers: group,
});

/** Groups of phrases that mean the same, as `content/model/phrases.yaml` has them. */
export type Phrases = z.infer<typeof phrasesSchema>;

/** Reads and checks a file of phrases. */
export function readPhrases(path: string): Phrases {
  return phrasesSchema.parse(parse(readFileSync(path, 'utf8')));
}

/** Whole situations, each told in several ways, as `content/model/scenes.yaml` has them. */
export type Scenes = readonly (readonly string[])[];

/** Reads and checks a file of scenes. */
export function readScenes(path: string): Scenes {
  return z.array(z.array(z.string()).min(2)).parse(parse(readFileSync(path, 'utf8')));
}

/** One meaning put together from phrases, said in two ways. */
export interface SaidTwice {
  readonly texts: readonly [string, string];
  /** Equal for equal meanings. */
  readonly meaning: string;
}

const CHANCE_OF_SITUATION = 0.4;
const CHANCE_OF_SECOND_EVENT = 0.25;
const MOST_FILLERS = 4;

/**
 * Puts a thing, what happens to it and perhaps what surrounds it together, and says it twice: each
 * time in either language, each part in any of its ways, with words around it that say nothing.
 */
export function sayTwice(phrases: Phrases, random: () => number): SaidTwice {
  const parts = [
    drawGroup(phrases.things, random),
    drawGroup(phrases.events, random),
    ...(random() < CHANCE_OF_SECOND_EVENT ? [drawGroup(phrases.events, random)] : []),
    ...(random() < CHANCE_OF_SITUATION ? [drawGroup(phrases.situations, random)] : []),
  ];
  const say = () => {
    const lang = random() < 0.7 ? 'id' : 'en';
    const fillers = Array.from(
      { length: Math.floor(random() * MOST_FILLERS) },
      () => pick(phrases.fillers[lang], random) ?? '',
    );
    return [...parts.map((part) => pick(part.words[lang], random) ?? ''), ...fillers].join(' ');
  };
  return { texts: [say(), say()], meaning: parts.map(({ name }) => name).join('+') };
}

function drawGroup(
  groups: Phrases['things'],
  random: () => number,
): { name: string; words: Phrases['fillers'] } {
  const drawn = pick(groups, random) ?? { id: [''], en: [''] };
  return { name: drawn.en.join(), words: drawn };
}
