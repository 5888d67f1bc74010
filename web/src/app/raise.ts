import { useSyncExternalStore } from 'react';

/** A message, or a thread, that somebody wants to send up. */
export type Pointed = { readonly messageId: string } | { readonly threadId: string };

let asked: Pointed | undefined;
const listeners = new Set<() => void>();

/** Asks to send up what is pointed at: the dialogue opens over whatever page this is. `undefined` closes it. */
export function raise(pointed: Pointed | undefined): void {
  asked = pointed;
  for (const tell of listeners) tell();
}

/** What somebody wants to send up now. */
export function useRaised(): Pointed | undefined {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => asked,
  );
}

const RAISABLE = '[data-message],[data-thread]';

/** What the reader points at: the row or message that has the focus, else the one under the pointer, else the page's own thread. */
export function pointedNow(): Pointed | undefined {
  const under = [...document.querySelectorAll(':hover')].at(-1);
  const found =
    atFocus(document.activeElement) ?? under?.closest(RAISABLE) ?? document.querySelector('[data-thread-here]');
  return found instanceof HTMLElement ? pointedBy(found.dataset) : undefined;
}

/** In a list that scrolls, the row that is active stands for the list that has the focus. */
function atFocus(focused: Element | null): Element | null {
  const row = document.getElementById(focused?.getAttribute('aria-activedescendant') ?? '');
  return row?.querySelector(RAISABLE) ?? focused?.closest(RAISABLE) ?? null;
}

function pointedBy({ message, thread, threadHere }: DOMStringMap): Pointed | undefined {
  if (message !== undefined) return { messageId: message };
  const threadId = thread ?? threadHere;
  return threadId === undefined ? undefined : { threadId };
}

/** Moves the focus to the next message on the page, or the one before. */
export function walkMessages(step: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>('main [data-message]')];
  const here = document.activeElement?.closest<HTMLElement>('[data-message]');
  const at = here === null || here === undefined ? -1 : all.indexOf(here);
  const next = all[at === -1 ? (step === 1 ? 0 : all.length - 1) : at + step];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
}
