import type { Figure } from '#cockpit/figures/index.ts';
import { TONE_MEASURED } from '#community/understanding/tone/index.ts';
import { COURSE, MENTIONS, SENTIMENT, THEMES, TONES, TONES_OF_THEMES, WRITTEN } from './model.ts';
import { shareAboutThemes, shareNegative, themesOf, tonesOf } from './rules.ts';

/** What people speak of, and in which tone. */
export const THEME_FIGURES: readonly Figure[] = [
  {
    ...THEMES,
    finish: shareAboutThemes,
    detail: { questions: [MENTIONS, WRITTEN, COURSE], shape: (rows, about) => themesOf(rows, about) },
  },
  {
    ...SENTIMENT,
    finish: shareNegative,
    detail: { questions: [TONES, TONES_OF_THEMES], shape: (rows) => tonesOf(rows, TONE_MEASURED) },
  },
];
