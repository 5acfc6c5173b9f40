import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface ModalProps {
  readonly title: string;
  readonly close: () => void;
  readonly children: ComponentChildren;
  readonly isWide?: boolean;
}

/** A dialog over the inbox. Escape closes it, and the focus goes back to where it was. */
export function Modal({ title, close, children, isWide = false }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const node = dialog.current;
    node?.showModal();
    return () => {
      node?.close();
      // Unless what was done in the dialog has led the focus elsewhere.
      if (before instanceof HTMLElement && (document.activeElement ?? document.body) === document.body)
        before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={isWide ? 'inbox__dialog is-wide' : 'inbox__dialog'}
      aria-labelledby="inbox-dialog"
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <h2 id="inbox-dialog">{title}</h2>
      {children}
    </dialog>
  );
}
