import { createContext, use, useEffect, useLayoutEffect, useRef } from 'react';
import type { WordKey } from '#web/i18n/index.ts';

/** One shortcut. `keys`: `mod+k` (Ctrl or ⌘), one character (`?`, `j`), or a sequence (`g m`). */
export interface Shortcut {
  readonly keys: string;
  readonly word: WordKey;
  /** Where it works; two shortcuts with the same keys must not share a place. `everywhere` is all places. */
  readonly place: string;
}

/**
 * Every shortcut of the product. A page adds its own here with its page id as place, then calls `useShortcut`.
 * The sequences `g …` come from `pages.ts`, `c …` from `creations.ts`, and are not repeated here.
 */
export const SHORTCUTS = {
  palette: { keys: 'mod+k', word: 'shell.keys.palette', place: 'everywhere' },
  create: { keys: 'c', word: 'shell.keys.create', place: 'everywhere' },
  help: { keys: '?', word: 'shell.keys.help', place: 'everywhere' },
  healthEarlier: { keys: 'left', word: 'health.keys.earlier', place: 'health' },
  healthLater: { keys: 'right', word: 'health.keys.later', place: 'health' },
  healthCompare: { keys: 'x', word: 'health.keys.compare', place: 'health' },
  healthFilters: { keys: 'f', word: 'health.keys.filters', place: 'health' },
  healthDefinition: { keys: 'd', word: 'health.keys.definition', place: 'health' },
  courseNew: { keys: 'n', word: 'course.keys.new', place: 'course' },
  proofNew: { keys: 'n', word: 'proof.keys.new', place: 'proof' },
  courseVision: { keys: 'v', word: 'course.keys.vision', place: 'course' },
  objectiveKeyResult: { keys: 'n', word: 'course.keys.key_result', place: 'objective' },
  objectiveEdit: { keys: 'e', word: 'course.keys.edit', place: 'objective' },
  valueAdd: { keys: 'n', word: 'value.keys.add', place: 'value' },
  mandateNew: { keys: 'n', word: 'mandates.keys.new', place: 'mandates' },
  mandateSave: { keys: 'mod+enter', word: 'mandates.keys.save', place: 'mandates' },
  actionNext: { keys: 'j', word: 'actions.keys.next', place: 'actions' },
  actionPrevious: { keys: 'k', word: 'actions.keys.previous', place: 'actions' },
  actionChoose: { keys: 'x', word: 'actions.keys.choose', place: 'actions' },
  actionAll: { keys: 'a', word: 'actions.keys.all', place: 'actions' },
  actionHouse: { keys: 'h', word: 'actions.keys.house', place: 'actions' },
  actionOffplan: { keys: 'o', word: 'actions.keys.offplan', place: 'actions' },
  actionLog: { keys: 'n', word: 'actions.keys.log', place: 'actions' },
  raise: { keys: 's', word: 'signals.keys.raise', place: 'everywhere' },
  messageNext: { keys: 'j', word: 'signals.keys.next_message', place: 'messages' },
  messagePrevious: { keys: 'k', word: 'signals.keys.previous_message', place: 'messages' },
  signalNext: { keys: 'j', word: 'signals.keys.next', place: 'signals' },
  signalPrevious: { keys: 'k', word: 'signals.keys.previous', place: 'signals' },
  signalChoose: { keys: 'x', word: 'signals.keys.choose', place: 'signals' },
  signalMerge: { keys: 'm', word: 'signals.keys.merge', place: 'signals' },
  signalInsight: { keys: 'n', word: 'signals.keys.insight', place: 'signals' },
  signalDismiss: { keys: 'd', word: 'signals.keys.dismiss', place: 'signals' },
  insightNew: { keys: 'n', word: 'insights.keys.new', place: 'insights' },
  insightSave: { keys: 'mod+enter', word: 'insights.keys.save', place: 'insight' },
  segmentNew: { keys: 'n', word: 'segments.keys.new', place: 'segments' },
  segmentSave: { keys: 'mod+enter', word: 'segments.keys.save', place: 'segments' },
} as const satisfies Readonly<Record<string, Shortcut>>;

export type ShortcutId = keyof typeof SHORTCUTS;

/** A shortcut that works now, with what it does. */
export interface Live extends Shortcut {
  readonly run: () => void;
}

/** The shortcuts that work on the page as it is; the shell owns it. */
export interface Keyboard {
  readonly add: (live: Live) => () => void;
  readonly list: () => readonly Live[];
}

/** A keyboard that remembers nothing but what is mounted. */
export function createKeyboard(): Keyboard {
  const live = new Set<Live>();
  return {
    add: (one) => {
      live.add(one);
      return () => void live.delete(one);
    },
    list: () => [...live],
  };
}

export const KeyboardContext = createContext<Keyboard>(createKeyboard());

/** Makes a shortcut of the registry work while the calling component is mounted (and `on`). */
export function useShortcut(id: ShortcutId, run: () => void, on = true): void {
  useLiveShortcut(SHORTCUTS[id], run, on);
}

/** Same, for shortcuts that are computed (the go-to sequences). */
export function useLiveShortcut({ keys, word, place }: Shortcut, run: () => void, on = true): void {
  const keyboard = use(KeyboardContext);
  const latest = useRef(run);
  // Before anything is painted: a key pressed as soon as something is seen is meant for what is seen.
  useLayoutEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!on) return;
    return keyboard.add({ keys, word, place, run: () => latest.current() });
  }, [keyboard, keys, word, place, on]);
}
