import { useEffect } from 'preact/hooks';
import { Modal } from './modal.tsx';
import { useScene } from './scene.ts';

/** The session is over: sign in in another tab, and everything goes on here. */
export function SignInDialog() {
  const { inbox, words, settings } = useScene();
  const text = words.signIn;
  useEffect(() => {
    const look = () => void inbox.comeBack();
    addEventListener('focus', look);
    return () => {
      removeEventListener('focus', look);
    };
  }, [inbox]);
  return (
    <Modal title={text.title} close={() => void inbox.comeBack()}>
      <p>{text.text}</p>
      <p class="inbox__buttons">
        <a class="button" href={settings.signIn} target="_blank" rel="noopener">
          {text.open}
        </a>
        <button type="button" class="button button--quiet" onClick={() => void inbox.comeBack()}>
          {text.again}
        </button>
      </p>
    </Modal>
  );
}
