import { useState } from 'preact/hooks';
import { SECTORS } from '../../core/article/browser.ts';
import type { DeskGuideDraft } from '../../core/ticket/browser.ts';
import { GuideTitle } from './guide-title.tsx';
import { Modal } from './modal.tsx';
import { useScene } from './scene.ts';

/** A guide in the making, from a solved ticket: what says the same already comes first, then the files for a writer. */
export function GuideDraftDialog() {
  const { inbox, state, words, settings, lang } = useScene();
  const [sector, setSector] = useState<string>(
    state.thread?.thread?.ticket.problem?.split('/')[0] ?? SECTORS[0],
  );
  const [slug, setSlug] = useState('');
  const [made, setMade] = useState<DeskGuideDraft>();
  const [problem, setProblem] = useState('');
  const text = words.guideDraft;
  const close = () => {
    inbox.take({ kind: 'dialog-closed' });
  };
  const ticket = state.thread?.thread?.ticket;
  if (!ticket) return null;
  const write = async () => {
    const answer = await inbox.api.guideDraft(ticket.id, { slug, sector });
    if (answer.kind === 'done') setMade(answer.value);
    setProblem(
      answer.kind === 'done'
        ? ''
        : ((answer.kind === 'refused' ? answer.detail : undefined) ?? words.notice['not-done']),
    );
  };
  return (
    <Modal title={text.title} close={close} isWide>
      <p>{text.lead}</p>
      <form
        class="inbox__fields"
        onSubmit={(event) => {
          event.preventDefault();
          void write();
        }}
      >
        <label>
          {text.sector}
          <select
            value={sector}
            onChange={({ currentTarget }) => {
              setSector(currentTarget.value);
            }}
          >
            {SECTORS.map((name) => (
              <option key={name} value={name}>
                {settings.sectorNames[lang][name]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {text.slug}
          <input
            required
            pattern="[a-z0-9]+(-[a-z0-9]+)*"
            maxLength={60}
            placeholder={text.slugHint}
            autocapitalize="none"
            autocomplete="off"
            spellcheck={false}
            value={slug}
            onInput={({ currentTarget }) => {
              setSlug(currentTarget.value);
            }}
          />
        </label>
        <button class="button">{text.write}</button>
      </form>
      <p class="inbox__warning" role="alert">
        {problem}
      </p>
      {made && (
        <>
          <h3>{made.duplicates.length > 0 ? text.duplicates : text.noDuplicates}</h3>
          <ul>
            {made.duplicates.map(({ id, probability }) => (
              <li key={id}>
                <GuideTitle id={id} lang={ticket.lang} />{' '}
                <span class="numbers soft">
                  {new Intl.NumberFormat(lang, { style: 'percent' }).format(probability)}
                </span>
              </li>
            ))}
          </ul>
          <h3>{text.files}</h3>
          {made.files.map((file) => (
            <details key={file.path}>
              <summary>{file.path}</summary>
              <pre tabIndex={0}>{file.text}</pre>
            </details>
          ))}
        </>
      )}
      <button type="button" class="button button--quiet" onClick={close}>
        {words.frame.close}
      </button>
    </Modal>
  );
}
