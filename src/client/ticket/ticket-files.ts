import type { Language } from '../../core/article/browser.ts';
import { fillIn } from '../markup/browser.ts';
import { uploadFile, type NotTaken, type UploadGrant } from '../sending/browser.ts';
import { chooseFiles } from './choose-files.ts';
import type { FileWords } from './words.ts';
import { writeSize } from './write-size.ts';

/** One file that the reader has chosen; nothing of it leaves before the letter is sent. */
interface Chosen {
  readonly file: File;
  readonly row: HTMLLIElement;
  readonly note: HTMLElement;
  /** Once the server has it. */
  id?: string;
}

/** Where files go, and what lets them. */
export interface UploadPlace {
  readonly address: string;
  /** Asked once for each file. */
  readonly grant: () => Promise<UploadGrant>;
}

/** The field for files with the list of what was chosen: each can be taken out, and shows how much of it is sent. */
class TicketFiles extends HTMLElement {
  #chosen: Chosen[] = [];

  connectedCallback(): void {
    const input = this.querySelector('input');
    if (!input) return;
    const take = () => {
      this.#add([...(input.files ?? [])]);
      // What is sent is the list.
      input.value = '';
    };
    input.addEventListener('change', take);
    // What was chosen before this script was there.
    if ((input.files ?? []).length > 0) take();
  }

  get #words(): FileWords {
    // drawFiles wrote it in this form.
    return JSON.parse(this.dataset['words'] ?? '{}') as FileWords;
  }

  get #lang(): Language {
    return document.documentElement.lang === 'en' ? 'en' : 'id';
  }

  /** Sends what is not there yet; the ids of all, or why one was not taken: the list says which. */
  async upload({ address, grant }: UploadPlace): Promise<readonly string[] | NotTaken['kind']> {
    this.#say('');
    const words = this.#words;
    for (const chosen of this.#chosen) {
      if (chosen.id !== undefined) continue;
      const sent = await uploadFile(address, chosen.file, await grant(), (share) => {
        chosen.note.textContent = fillIn(words.progress, { percent: Math.round(share * PERCENT) });
      });
      if (sent.kind !== 'uploaded') {
        chosen.note.textContent = '';
        if (sent.kind === 'refused') this.#say(fillIn(words.notTaken, { name: chosen.file.name }));
        return sent.kind;
      }
      chosen.id = sent.id;
    }
    return this.#chosen.flatMap(({ id }) => (id === undefined ? [] : [id]));
  }

  clear(): void {
    for (const { row } of this.#chosen) row.remove();
    this.#chosen = [];
    this.#say('');
  }

  #add(files: readonly File[]): void {
    const { taken, notes } = chooseFiles(files, this.#chosen.length, this.#words);
    for (const file of taken) this.#show(file);
    this.#say(notes.join(' '));
  }

  #show(file: File): void {
    const words = this.#words;
    const row = document.createElement('li');
    const name = document.createElement('span');
    name.textContent = `${file.name} (${writeSize(file.size, this.#lang)})`;
    const note = document.createElement('span');
    note.className = 'soft small numbers';
    const remove = document.createElement('button');
    remove.type = 'button';
    remove.className = 'files__remove';
    remove.textContent = fillIn(words.remove, { name: file.name });
    row.append(name, note, remove);
    this.querySelector('[data-files]')?.append(row);
    const chosen: Chosen = { file, row, note };
    this.#chosen.push(chosen);
    remove.addEventListener('click', () => {
      this.#chosen = this.#chosen.filter((one) => one !== chosen);
      row.remove();
      this.querySelector('input')?.focus();
    });
  }

  #say(text: string): void {
    const note = this.querySelector('[data-file-note]');
    if (note) note.textContent = text;
  }
}

const PERCENT = 100;

/** The field for files within a form. */
export function filesIn(form: HTMLElement): TicketFiles | undefined {
  if (!customElements.get('ticket-files')) customElements.define('ticket-files', TicketFiles);
  const files = form.querySelector('ticket-files');
  return files instanceof TicketFiles ? files : undefined;
}
