import { useState } from 'preact/hooks';
import { GUIDE_FORMS } from '../../core/ticket/browser.ts';
import { writeAddress } from './address.ts';
import { useScene } from './scene.ts';

/** As many as have a key. */
const SHOWN = 3;

/** Guides that fit what is being talked about, each one key away from the reply. */
export function SuggestionList() {
  const { inbox, state, words } = useScene();
  const [form, setForm] = useState(() => inbox.kept.form());
  const guides = (state.thread?.suggestions ?? []).slice(0, SHOWN);
  const lang = state.thread?.thread?.ticket.lang ?? 'id';
  const percent = new Intl.NumberFormat(lang, { style: 'percent' });
  return (
    <section class="inbox__part">
      <h3>{words.story.suggestions}</h3>
      {guides.length === 0 ? (
        <p class="soft">{words.story.noSuggestions}</p>
      ) : (
        <ol class="inbox__suggestions">
          {guides.map((guide, index) => (
            <li key={guide.id}>
              <button
                type="button"
                onClick={() => {
                  // On a small screen the box is in another part.
                  if (state.place.part === 'story') {
                    location.hash = writeAddress({ part: 'talk', ticket: state.place.ticket });
                  }
                  void inbox.talk.insertGuide(guide.id, lang, inbox.kept.form());
                }}
              >
                <span>
                  <span lang={guide.lang}>{guide.title}</span>
                  {guide.isSent && <span class="soft"> {words.story.sent}</span>}
                </span>
                <span class="numbers soft">{percent.format(guide.probability)}</span>
                <kbd>Alt {index + 1}</kbd>
              </button>
            </li>
          ))}
        </ol>
      )}
      <fieldset class="inbox__forms">
        <legend>{words.story.insertAs}</legend>
        {GUIDE_FORMS.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="insert-form"
              checked={one === form}
              onChange={() => {
                inbox.kept.keepForm(one);
                setForm(one);
              }}
            />
            {words.form[one]}
          </label>
        ))}
      </fieldset>
    </section>
  );
}
