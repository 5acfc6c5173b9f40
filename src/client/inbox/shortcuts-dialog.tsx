import { Modal } from './modal.tsx';
import { useScene } from './scene.ts';

/** All keys of the inbox. */
export function ShortcutsDialog() {
  const { inbox, words } = useScene();
  const close = () => {
    inbox.take({ kind: 'dialog-closed' });
  };
  return (
    <Modal title={words.frame.shortcuts} close={close} isWide>
      <div class="inbox__keys">
        {words.shortcuts.map(({ title, keys }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {keys.map(([key, meaning]) => (
                <div key={key}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <button type="button" class="button" onClick={close}>
        {words.frame.close}
      </button>
    </Modal>
  );
}
