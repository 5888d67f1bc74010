import type { Language } from '../model.ts';
import { said } from '../themes/model.ts';
import type { Said } from '../themes/model.ts';

/** Something people chat about: anybody opens, others answer in any order. */
export interface Scene {
  readonly language: Language;
  /** Only where the forum or the list may speak of it too. */
  readonly title?: string;
  /** The room of the chat it belongs to; `general` where absent. */
  readonly room?: 'balades';
  /** 0 January to 11 December; all the year where absent. */
  readonly months?: readonly number[];
  readonly opens: readonly Said[];
  readonly answers: readonly Said[];
}

/** Written as two texts: how it opens and what is answered, one line to a phrase. */
export function scene(
  language: Language,
  told: Omit<Scene, 'language' | 'opens' | 'answers'>,
  opens: string,
  answers: string,
): Scene {
  return { language, ...told, opens: said(opens), answers: said(answers) };
}
