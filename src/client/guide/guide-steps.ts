import { forgetTicks, readTicks, writeTicks } from './remembered-ticks.ts';

/**
 * The steps of a guide as a list that remembers on this device, and the bar that asks how it went.
 * "Not solved" ticks the next open step and leads to the one after it, then to "If it still fails",
 * then to the diagnosis, which knows the guide. Without scripts the boxes still tick and the buttons still lead on.
 */
class GuideSteps extends HTMLElement {
  connectedCallback(): void {
    const ticked = new Set(readTicks(this.guide));
    for (const box of this.boxes) box.checked = ticked.has(box.dataset['tick'] ?? '');
    this.addEventListener('change', () => {
      this.remember();
    });
    this.querySelector('[data-outcome="open"]')?.addEventListener('click', (event) => {
      this.goOn(event);
    });
    this.querySelector('[data-outcome="solved"]')?.addEventListener('click', () => {
      this.finish();
    });
  }

  private get guide(): string {
    return this.dataset['guide'] ?? '';
  }

  private get boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('[data-tick]')];
  }

  private remember(): void {
    writeTicks(
      this.guide,
      this.boxes.filter(({ checked }) => checked).map(({ dataset }) => dataset['tick'] ?? ''),
    );
  }

  private goOn(event: Event): void {
    const { boxes } = this;
    const open = boxes.findIndex(({ checked }) => !checked);
    const tried = boxes[open];
    if (tried) {
      tried.checked = true;
      this.remember();
    }
    const next = boxes.findIndex(({ checked }) => !checked);
    const step = boxes[next]?.closest<HTMLElement>('li');
    if (step) {
      event.preventDefault();
      this.say(fill(this.dataset['stepNow'], { n: next + 1, total: boxes.length }));
      show(step);
      return;
    }
    this.say(this.dataset['allTried'] ?? '');
    // The first time, the link itself leads to "If it still fails"; whoever was there goes on to the diagnosis.
    const { onward } = this.dataset;
    if (tried || !onward) return;
    event.preventDefault();
    location.assign(onward);
  }

  private finish(): void {
    const prevention = document.getElementById('prevention');
    if (prevention instanceof HTMLDetailsElement) prevention.open = true;
    this.say(this.dataset['solvedNote'] ?? '');
    for (const box of this.boxes) box.checked = false;
    forgetTicks(this.guide);
  }

  private say(text: string): void {
    const note = this.querySelector('[data-note]');
    if (note) note.textContent = text;
  }
}

/** Brings an element into view and under the keyboard. */
function show(element: HTMLElement): void {
  element.scrollIntoView({ block: 'start' });
  element.focus({ preventScroll: true });
}

function fill(template = '', values: Readonly<Record<string, number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''));
}

customElements.define('guide-steps', GuideSteps);
