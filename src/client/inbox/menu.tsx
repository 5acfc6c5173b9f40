import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export interface MenuItem {
  readonly key: string;
  readonly label: string;
  readonly isChosen?: boolean;
  readonly choose: () => void;
}

interface MenuProps {
  readonly id?: string;
  readonly label: ComponentChildren;
  /** What is read out, where the label alone says too little. */
  readonly name?: string;
  readonly items: readonly MenuItem[];
  /** Shown when there is nothing to choose. */
  readonly empty?: string;
}

/** A button with a list of choices: arrows and letters choose, Enter takes, Escape closes. */
export function Menu({ id, label, name, items, empty }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const host = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!isOpen) return undefined;
    const options = choices(host.current);
    (options.find((option) => option.ariaChecked === 'true') ?? options[0])?.focus();
    const outside = ({ target }: Event) => {
      if (target instanceof Node && !host.current?.contains(target)) setOpen(false);
    };
    addEventListener('pointerdown', outside);
    return () => {
      removeEventListener('pointerdown', outside);
    };
  }, [isOpen]);
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Tab') setOpen(false);
    else if (event.key === 'Escape') close();
    else if (!moveTo(choices(host.current), event.key)) return;
    if (event.key !== 'Tab') event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="inbox__menu" ref={host}>
      <button
        ref={button}
        id={id}
        type="button"
        class="inbox__plain"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={name}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        {label} <span aria-hidden="true">▾</span>
      </button>
      {isOpen && (
        <div class="inbox__choices" role="menu" tabIndex={-1} onKeyDown={press}>
          {items.length === 0 && <p class="soft">{empty}</p>}
          {items.map(({ key, label: text, isChosen, choose }) => (
            <button
              key={key}
              type="button"
              role={isChosen === undefined ? 'menuitem' : 'menuitemradio'}
              aria-checked={isChosen}
              tabIndex={-1}
              onClick={() => {
                close();
                choose();
              }}
            >
              {text}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function choices(host: HTMLElement | null): HTMLElement[] {
  return [...(host?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
}

/** Moves the focus among choices; false for a key that moves nothing. */
function moveTo(options: readonly HTMLElement[], key: string): boolean {
  const at = options.findIndex((option) => option === document.activeElement);
  const count = options.length;
  if (key === 'ArrowDown') options[(at + 1) % count]?.focus();
  else if (key === 'ArrowUp') options[(at - 1 + count) % count]?.focus();
  else if (key === 'Home') options[0]?.focus();
  else if (key === 'End') options[count - 1]?.focus();
  else if (key.length === 1 && key !== ' ') {
    const order = [...options.slice(at + 1), ...options.slice(0, at + 1)];
    order.find(({ textContent }) => textContent.toLowerCase().startsWith(key.toLowerCase()))?.focus();
  } else return false;
  return true;
}
