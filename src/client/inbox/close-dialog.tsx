import { useState } from 'preact/hooks';
import { OUTCOMES, type TicketOutcome } from '../../core/ticket/browser.ts';
import { GuideTitle } from './guide-title.tsx';
import { Modal } from './modal.tsx';
import { useScene } from './scene.ts';

/** Closes the ticket with what came of it, and with the guide that solved it. */
export function CloseDialog() {
  const { inbox, state, words } = useScene();
  const thread = state.thread?.thread;
  const sent = [
    ...new Set((thread?.messages ?? []).flatMap(({ guides }) => guides.map(({ problem }) => problem))),
  ];
  const [outcome, setOutcome] = useState<TicketOutcome>(sent.length > 0 ? 'guide' : 'answer');
  const [guide, setGuide] = useState(sent.at(-1) ?? '');
  const close = () => {
    inbox.take({ kind: 'dialog-closed' });
  };
  if (!thread) return null;
  const { ticket } = thread;
  const finish = async () => {
    const solvedBy = outcome === 'guide' && guide !== '' ? { guide } : {};
    if (await inbox.talk.act({ kind: 'close', outcome, version: ticket.version, ...solvedBy })) close();
  };
  return (
    <Modal title={words.close.title} close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void finish();
        }}
      >
        <fieldset>
          <legend>{words.close.how}</legend>
          {OUTCOMES.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="outcome"
                value={one}
                checked={one === outcome}
                autofocus={one === outcome}
                onChange={() => {
                  setOutcome(one);
                }}
              />
              {words.outcome[one]}
            </label>
          ))}
        </fieldset>
        {outcome === 'guide' && (
          <fieldset>
            <legend>{words.close.guide}</legend>
            {[...sent, ''].map((problem) => (
              <label key={problem}>
                <input
                  type="radio"
                  name="guide"
                  value={problem}
                  checked={problem === guide}
                  onChange={() => {
                    setGuide(problem);
                  }}
                />
                {problem === '' ? words.close.noGuide : <GuideTitle id={problem} lang={ticket.lang} />}
              </label>
            ))}
          </fieldset>
        )}
        <p class="inbox__buttons">
          <button class="button">{words.close.done}</button>
          <button type="button" class="button button--quiet" onClick={close}>
            {words.frame.cancel}
          </button>
        </p>
      </form>
    </Modal>
  );
}
