import type { FigureAnswer } from '#cockpit/figures/wire.ts';
import type { WordKey } from '#web/i18n/index.ts';
import type { Part, Speech } from '../say-figure.ts';
import { STATES } from './states.ts';

type Say = (answer: FigureAnswer, speech: Speech) => readonly Part[];

function counts(answer: FigureAnswer, { t, format }: Speech, words: Readonly<Record<string, WordKey>>): Part[] {
  return Object.entries(words).map(([name, word]) => ({ name: t(word), text: format.number(answer.parts[name] ?? 0) }));
}

/** The two numbers of a share. */
function of({ value }: FigureAnswer, { t, format }: Speech): Part[] {
  if (value.state === 'unavailable') return [];
  return [
    {
      name: t('health.part.of'),
      text: t('health.of.people', { count: value.n, n: format.number(value.n), of: format.number(value.of) }),
    },
  ];
}

const ripe: Say = (answer, speech) => [
  ...of(answer, speech),
  ...counts(answer, speech, { unripe: 'health-people.part.unripe' }),
];

/** What figures about people are made of, or must be read with. */
export const PEOPLE_PARTS: Readonly<Record<string, Say>> = {
  activation_30d: ripe,
  welcomed_24h: ripe,
  cohort_retention: ripe,
  retention_rate: (answer, speech) => [
    ...of(answer, speech),
    ...counts(answer, speech, { active: 'health-people.part.active' }),
  ],
  returning_share: (answer, speech) => [
    ...of(answer, speech),
    ...counts(answer, speech, { former: 'health-people.part.former' }),
  ],
  growth_accounting: (answer, speech) => [
    ...of(answer, speech),
    ...counts(answer, speech, {
      active: 'health-people.block.active',
      new: 'health-people.block.new',
      retained: 'health-people.block.retained',
      resurrected: 'health-people.block.resurrected',
      lapsed: 'health-people.block.lapsed',
    }),
  ],
  lifecycle_state: (answer, { t, format }) =>
    STATES.map((state) => ({
      name: t(`health-people.state.${state}`),
      text: format.number(answer.parts[state] ?? 0),
    })),
  at_risk: (answer, speech) => counts(answer, speech, { gone: 'health-people.part.gone' }),
};
