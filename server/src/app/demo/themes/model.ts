import type { Language } from '../model.ts';

/**
 * A phrase of a theme: `{this|that}` (chance decides), `[tu|vous]` (how the two speak to each other decides) and
 * `<slot>` (see `../slots.ts`).
 */
export interface Said {
  readonly text: string;
  /** Which precise problems it is about; none: all problems of its matter. */
  readonly about: readonly string[];
  /** Advice that helps bears a mark; an outcome with the same mark is only told when that advice was given. */
  readonly cure?: string;
  /** What the opener answers to it. */
  readonly answer?: string;
}

/** What people ask and answer around one question. */
export interface Matter {
  readonly titles: readonly Said[];
  /** What goes wrong or is sought, told by who opens the thread. */
  readonly problems: readonly Said[];
  /** Questions back to the opener. */
  readonly asks: readonly Said[];
  /** What members advise, and what the team says. */
  readonly advice: readonly Said[];
  readonly staff: readonly Said[];
  /** How it ended. */
  readonly outcomes: readonly Said[];
}

export interface Theme {
  readonly id: string;
  /** Tag of threads, in the forum. */
  readonly label: string;
  /** Category of the forum for threads in French. */
  readonly category: string;
  /** How much it is spoken of, January to December. */
  readonly months: readonly number[];
  /** It comes up for some weeks (counted from the first one), then goes. */
  readonly wave?: { readonly from: number; readonly weeks: number; readonly times: number; readonly before: number };
  readonly matters: Readonly<Record<Language, readonly Matter[]>>;
}

export const EVEN: readonly number[] = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];

/** Marks a problem of somebody who seeks and whom nothing hurts: nobody says « same here » to it. */
export const SEEKS = 'ask';

/** One phrase a line: `(about =cure) text => answer`, where only the text must stand. Empty lines are passed over. */
export function said(text: string): readonly Said[] {
  return lines(text).map((line) => {
    const [, marks = '', words = ''] = /^(?:\(([^)]*)\) )?(.*)$/.exec(line) ?? [];
    const [phrase = '', answer] = words.split(' => ');
    const about = marks.split(' ').filter((mark) => mark !== '' && !mark.startsWith('='));
    const cure = /=(\w+)/.exec(marks)?.[1];
    return {
      text: phrase,
      about,
      ...(cure === undefined ? {} : { cure }),
      ...(answer === undefined ? {} : { answer }),
    };
  });
}

/** One phrase a line. */
export function lines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Whether a phrase fits a problem: both speak of the same thing, or one of the two fits everything. */
export function fits({ about }: Said, problem: Said): boolean {
  const named = problem.about.filter((mark) => mark !== SEEKS);
  return about.length === 0 || named.length === 0 || about.some((mark) => named.includes(mark));
}
