import type { FigureAnswer } from '#cockpit/figures/wire.ts';
import type { Part, Speech } from '../say-figure.ts';

/** The same in a few words, for a tile. */
export const THEME_IN_SHORT: Readonly<Record<string, (answer: FigureAnswer, speech: Speech) => string | undefined>> = {
  themes: ({ value }, { t, format }) =>
    value.state === 'value'
      ? t('health-themes.part.of', { n: format.number(value.n, 0), of: format.number(value.of, 0) })
      : undefined,
  sentiment: ({ parts: { negative = 0, neutral = 0, positive = 0 } }, { t, format }) => {
    const [count, of] = [negative ?? 0, (negative ?? 0) + (neutral ?? 0) + (positive ?? 0)];
    return t('health-themes.short.tone', { count, n: format.number(count), of: format.number(of) });
  },
};

/** What stands beside the figures about themes and tones. */
export const THEME_PARTS: Readonly<Record<string, (answer: FigureAnswer, speech: Speech) => readonly Part[]>> = {
  themes: ({ parts, value }, { t, format }) => [
    ...(value.state === 'value'
      ? [
          {
            name: t('health-themes.part.counted'),
            text: t('health-themes.part.of', { n: format.number(value.n, 0), of: format.number(value.of, 0) }),
          },
        ]
      : []),
    { name: t('health-themes.part.persons'), text: format.number(parts['persons'] ?? 0, 0) },
  ],
  sentiment: ({ parts }, { t, format }) =>
    (['negative', 'neutral', 'positive', 'persons'] as const).map((name) => ({
      name: t(`health-themes.part.${name}`),
      text: format.number(parts[name] ?? 0, 0),
    })),
};
