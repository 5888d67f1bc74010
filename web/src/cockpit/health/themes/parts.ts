import type { FigureAnswer } from '#cockpit/figures/wire.ts';
import type { Part, Speech } from '../say-figure.ts';

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
