/** What of a key press matters here; a `KeyboardEvent` is one. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** How long a first letter waits for the second one of a sequence, in milliseconds. */
export const PATIENCE = 1500;

/** How long before a first letter that means something by itself is taken as that, in milliseconds. */
export const HESITATION = 600;

/** Keys without a character that a shortcut may use, by the name the browser gives them. */
const ARROWS: Readonly<Record<string, string>> = { ArrowLeft: 'left', ArrowRight: 'right' };

/** The press as the registry writes it: `mod+k`, `?`, `j`, `left`. Shift is in the character already. */
export function pressOf({ key, ctrlKey, metaKey, altKey }: Press): string | undefined {
  if (altKey) return undefined; // Alt composes characters on many layouts
  if (ctrlKey || metaKey) return `mod+${key.toLowerCase()}`;
  return key.length === 1 ? key.toLowerCase() : ARROWS[key];
}

/** True for shortcuts on the arrows, which also steer controls and scroll what is wide. */
export function isArrow(keys: string): boolean {
  return Object.values(ARROWS).includes(keys);
}

/** True for shortcuts that a person may switch off: those made of plain characters. */
export function isPlain(keys: string): boolean {
  return !keys.startsWith('mod+');
}

/** What a press means after the letters already waiting: a shortcut, the start of a sequence, or nothing. */
export type Meaning = { readonly run: string } | { readonly wait: string } | undefined;

/** Reads one press; `waiting` is the first letter of a sequence under way. */
export function meaningOf(press: string, waiting: string | undefined, known: readonly string[]): Meaning {
  const sequence = waiting === undefined ? press : `${waiting} ${press}`;
  // A letter that also begins sequences waits for the next one; nothing following, it runs by itself.
  const begins = known.some((keys) => keys.startsWith(`${press} `));
  if (known.includes(sequence) && !(waiting === undefined && begins)) return { run: sequence };
  if (begins) return { wait: press };
  // A sequence that leads nowhere does not fall back on the single letter: “g” then “e” must not archive.
  return waiting === undefined && known.includes(press) ? { run: press } : undefined;
}

/** True where the arrows already move something: choices, tabs, a table wider than its frame. */
export function isSteered(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest('[role=radiogroup],[role=tablist],[role=region][tabindex],[type=radio]') !== null;
}

/** True where letters are text: single-key shortcuts stay quiet there. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit', 'file'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
