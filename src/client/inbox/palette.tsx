import { useEffect, useRef } from 'preact/hooks';
import { LANGUAGES } from '../../core/article/browser.ts';
import { GUIDE_FORMS, writeInsertion, type GuideForm } from '../../core/ticket/browser.ts';
import { createGuideReader, openDesk, stepOf, type DeskUse } from '../agent/browser.ts';
import { Modal } from './modal.tsx';
import { useScene, type Scene } from './scene.ts';

/** What a guide is chosen for: to stand in the reply, or to say what the ticket is about. */
type Purpose = 'palette' | 'classify';

/** The desk for guides over the inbox, with the search, the list and the keys of `/agen/`. */
export function Palette({ purpose }: { readonly purpose: Purpose }) {
  const scene = useScene();
  const host = useRef<HTMLDivElement>(null);
  const { inbox, words, settings, state } = scene;
  const text = words.palette;
  const lang = state.thread?.thread?.ticket.lang ?? 'id';
  useEffect(() => {
    if (!host.current) return;
    const { search: api, shards, site } = settings;
    openDesk(
      host.current,
      {
        lang,
        words: text.desk,
        sectorNames: settings.sectorNames[scene.lang],
        shards,
        api,
        ...(site !== undefined && { site }),
      },
      useOf(scene, purpose),
    );
    // The desk draws itself from here on; a change of the scene must not begin it anew.
  }, []);
  const isInserting = purpose === 'palette';
  return (
    <Modal
      title={isInserting ? text.insert : text.classify}
      isWide
      close={() => {
        inbox.take({ kind: 'dialog-closed' });
      }}
    >
      <div class="desk inbox__palette" ref={host}>
        <div class="search__field">
          <input
            class="search__input"
            type="text"
            role="combobox"
            data-desk-field
            aria-label={text.label}
            aria-autocomplete="list"
            aria-haspopup="tree"
            aria-controls="inbox-guides"
            aria-expanded="false"
            placeholder={text.placeholder}
            maxLength={1000}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
          />
        </div>
        <div class="desk__choices">
          {isInserting && (
            <fieldset>
              <legend>{text.form}</legend>
              {GUIDE_FORMS.map((form, index) => (
                <label key={form}>
                  <input type="radio" name="format" value={form} data-label={words.form[form]} />
                  {words.form[form]} <kbd>Alt {index + 1}</kbd>
                </label>
              ))}
            </fieldset>
          )}
          <fieldset>
            <legend>
              {words.box.readerLanguage} <kbd>Alt L</kbd>
            </legend>
            {LANGUAGES.map((language) => (
              <label key={language} lang={language}>
                <input type="radio" name="language" value={language} defaultChecked={language === lang} />
                {words.language[language]}
              </label>
            ))}
          </fieldset>
        </div>
        <div class="desk__split">
          <div>
            <p class="desk__note soft small" data-desk-note />
            <ul class="desk__tree" id="inbox-guides" role="tree" aria-label={text.list} data-desk-tree />
          </div>
          <section class="desk__preview" aria-label={text.preview}>
            <h3>{text.preview}</h3>
            <pre data-desk-preview tabIndex={0} />
          </section>
        </div>
        <p class="desk__toast" role="status" data-desk-toast />
      </div>
    </Modal>
  );
}

/** What taking a guide does here. */
function useOf({ inbox, settings }: Scene, purpose: Purpose): DeskUse {
  const reader = createGuideReader(settings);
  const formOf = (form: string): GuideForm =>
    purpose === 'classify' ? 'link' : (GUIDE_FORMS.find((known) => known === form) ?? 'link');
  const close = () => {
    inbox.take({ kind: 'dialog-closed' });
  };
  return {
    forms: purpose === 'classify' ? [] : GUIDE_FORMS,
    readForm: () => inbox.kept.form(),
    keepForm: (form) => {
      if (purpose === 'palette') inbox.kept.keepForm(formOf(form));
    },
    stepsOf: (guide) => reader.stepsOf(guide),
    write: async (row, form) => writeInsertion(await reader.chosen(row), formOf(form)),
    async take(row, form) {
      const { id } = row.guide;
      if (purpose === 'classify') {
        close();
        await inbox.talk.act({ kind: 'classify', problem: id });
        return row.guide;
      }
      const guide = await reader.chosen(row);
      const text = writeInsertion(guide, formOf(form));
      close();
      inbox.talk.insert({ text, guides: [{ problem: id, form: formOf(form), link: guide.link }] });
      inbox.tell('inserted', guide.title);
      const step = stepOf(row);
      return { ...row.guide, ...(step && { step: { key: step.key, action: step.action } }) };
    },
  };
}
