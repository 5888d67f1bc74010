import type { FigureAnswer } from '#cockpit/figures/wire.ts';
import { GRAPH_PARTS } from './graph/parts.ts';
import { PEOPLE_PARTS } from './people/parts.ts';
import { REPLY_IN_SHORT, REPLY_PARTS } from './replies/parts.ts';
import { THEME_IN_SHORT, THEME_PARTS } from './themes/parts.ts';
import type { Part, Speech } from './say-figure.ts';
import { ofText } from './say-figure.ts';

type Say = (answer: FigureAnswer, speech: Speech) => readonly Part[];

const PARTS: Readonly<Record<string, Say>> = {
  ...PEOPLE_PARTS,
  ...REPLY_PARTS,
  ...GRAPH_PARTS,
  ...THEME_PARTS,
  net_active_change: ({ parts }, { t, format }) =>
    (['new', 'reactivated', 'lost'] as const).map((name) => ({
      name: t(`health.part.${name}`),
      text: format.number(parts[name] ?? 0),
    })),
  first_response_time: ({ parts }, { t, format }) => [
    ...(['p90', 'members', 'staff'] as const).map((name) => ({
      name: t(`health.part.${name}`),
      text: durationText(parts[name], { t, format }),
    })),
    {
      name: t('health.part.within24h'),
      text: typeof parts['within24h'] === 'number' ? format.percent(parts['within24h'], 1) : '–',
    },
  ],
  reply_coverage_7d: (answer, speech) => [
    ...ofPart(answer, speech),
    { name: speech.t('health.part.unripe'), text: speech.format.number(answer.parts['unripe'] ?? 0) },
  ],
  top1_share: (answer, speech) => [
    {
      name: speech.t('health.part.top'),
      text: speech.t('health.of.persons', countsOf(answer, speech)),
    },
    ...ofPart(answer, speech),
  ],
};

/** What a figure is made of, in the order it is read; nothing for plain counts and for what has no value. */
export function partsOf(answer: FigureAnswer, speech: Speech): readonly Part[] {
  return answer.value.state === 'unavailable' ? [] : (PARTS[answer.figure.id]?.(answer, speech) ?? []);
}

const IN_SHORT: Readonly<Record<string, (answer: FigureAnswer, speech: Speech) => string | undefined>> = {
  ...REPLY_IN_SHORT,
  ...THEME_IN_SHORT,
};

/** The same in a few words, for a tile. */
export function detailOf(answer: FigureAnswer, speech: Speech): string | undefined {
  const { figure, parts, value } = answer;
  const { t, format } = speech;
  if (value.state !== 'value') return undefined;
  const count = (name: string): number => parts[name] ?? 0;
  switch (figure.id) {
    case 'net_active_change':
      return t('health.detail.net', { new: count('new'), back: count('reactivated'), lost: count('lost') });
    case 'first_response_time':
      return typeof parts['p90'] === 'number'
        ? t('health.detail.p90', { p90: format.duration(parts['p90']) })
        : t('health.detail.p90_beyond');
    case 'top1_share':
      return t('health.of.persons', countsOf(answer, speech));
    default:
      return IN_SHORT[figure.id]?.(answer, speech) ?? ofText(figure, value, speech);
  }
}

function countsOf({ parts }: FigureAnswer, { format }: Speech): { n: string; of: string } {
  return { n: format.number(parts['top'] ?? 0), of: format.number(parts['persons'] ?? 0) };
}

function ofPart({ figure, value }: FigureAnswer, speech: Speech): Part[] {
  const text = value.state === 'unavailable' ? undefined : ofText(figure, value, speech);
  return text === undefined ? [] : [{ name: speech.t('health.part.of'), text }];
}

function durationText(seconds: number | null | undefined, { t, format }: Speech): string {
  return typeof seconds === 'number' ? format.duration(seconds) : t('health.not_reached');
}
