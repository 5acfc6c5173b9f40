import { findContact } from './find-contact.ts';
import { isOrder, stripInvisible } from './find-order.ts';
import { splitSentences } from './split-sentences.ts';

/**
 * The sentences of a guide that a reply may quote. Those with a contact are left out: contacts come from the directory.
 * A sentence that gives orders to a model ends the text, for what follows it belongs to it.
 */
export function quotableSentences(text: string): string[] {
  const sentences = splitSentences(stripInvisible(text));
  const order = sentences.findIndex(isOrder);
  return (order < 0 ? sentences : sentences.slice(0, order)).filter(
    (sentence) => findContact(sentence) === undefined,
  );
}
