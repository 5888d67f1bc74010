import { HESITATION, isArrow, isPlain, isSteered, isTyping, meaningOf, PATIENCE, pressOf } from './keys.ts';
import { preferences } from './preferences.ts';
import type { Keyboard, Live } from './shortcuts.ts';

/** Listens to the keys of the whole page until the returned function is called. */
export function listen(keyboard: Keyboard): () => void {
  let waiting: string | undefined;
  let patience: ReturnType<typeof setTimeout> | undefined;

  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const press = pressOf(event);
    if (press === undefined) return;
    const live = keyboard.list().filter(worksNow(event));
    const meaning = meaningOf(
      press,
      waiting,
      live.map(({ keys }) => keys),
    );
    clearTimeout(patience);
    waiting = undefined;
    if (meaning === undefined) return;
    if ('wait' in meaning) {
      waiting = meaning.wait;
      patience = setTimeout(
        () => {
          const alone = keyboard.list().findLast(({ keys }) => keys === waiting);
          waiting = undefined;
          alone?.run();
        },
        live.some(({ keys }) => keys === meaning.wait) ? HESITATION : PATIENCE,
      );
      return;
    }
    event.preventDefault();
    // The shortcut mounted last wins: a drawer's own before the page's.
    live.findLast(({ keys }) => keys === meaning.run)?.run();
  };

  document.addEventListener('keydown', onKey);
  return () => {
    clearTimeout(patience);
    document.removeEventListener('keydown', onKey);
  };
}

/** Plain characters are shortcuts only where they are not text, not over a dialog, and when not switched off. */
function worksNow(event: KeyboardEvent): (live: Live) => boolean {
  const { singleKeys } = preferences();
  const quiet =
    !singleKeys ||
    isTyping(event.target) ||
    (event.target instanceof Element && event.target.closest('[role=dialog],[role=menu],[role=listbox]') !== null) ||
    // What opens takes the focus a moment later: until then a letter is meant for it, not for the page behind.
    document.querySelector('[data-modal][data-open]') !== null;
  const steered = isSteered(event.target);
  return ({ keys }) => !isPlain(keys) || !(quiet || (steered && isArrow(keys)));
}
