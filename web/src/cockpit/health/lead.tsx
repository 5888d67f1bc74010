import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { FigureAnswer } from '#cockpit/figures/wire.ts';
import type { PlaceView } from '#community/places/wire.ts';
import { countsQuery } from '#web/community/places/places-query.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Lead } from '#web/ui/card.tsx';
import { dayIn, lengthOf } from './days.ts';
import { leftOutTexts, silentTexts } from './left-out.ts';
import { newestText, windowText } from './say-figure.ts';
import type { Speech } from './say-figure.ts';

interface HealthLeadProps {
  readonly ws: string;
  readonly items: readonly FigureAnswer[];
  readonly isCompared: boolean;
  /** Those of the slice. */
  readonly places: readonly PlaceView[];
  /** Shows all there is; undefined where that is what is shown. */
  readonly onWhole: (() => void) | undefined;
}

/** Before the figures, in words: what changed, over which days and why these, what was left out. */
export function HealthLead({ ws, items, isCompared, places, onWhole }: HealthLeadProps): ReactNode {
  const speech: Speech = { t: useWords(), format: useFormat() };
  const { t } = speech;
  // Asked for only now: the figures come first.
  const counts = useQuery(countsQuery(ws));
  const [first] = items;
  if (first === undefined) return undefined;
  const left = leftOutTexts(items, speech);
  const silent = silentTexts(places, counts.data?.items ?? [], first.window, speech);
  return (
    <Lead>
      <p>
        {isCompared && <b className="text-cockpit">{changeText(items, speech)}</b>}{' '}
        {t('health.lead.window', { window: windowText(first.window, speech), n: lengthOf(first.window) })}
      </p>
      <small className="block pt-0.5">
        {[whyText(first, speech), ...silent, ...left, t('health.lead.staff')].join(' ')}
      </small>
      {onWhole !== undefined && isSparse(items) && (
        <p className="pt-1 text-sm">
          {t('health.lead.sparse')}{' '}
          <button type="button" className="link pointer-coarse:py-1.5" onClick={onWhole}>
            {t('health.lead.whole')}
          </button>
        </p>
      )}
    </Lead>
  );
}

const NEEDS_MORE: ReadonlySet<string> = new Set(['nothing_to_measure', 'private', 'not_watched']);

/** Too little happened in these days for half of the figures to have a value. */
function isSparse(items: readonly FigureAnswer[]): boolean {
  const wanting = items.filter(
    ({ value }) => value.state === 'too_few' || (value.state === 'unavailable' && NEEDS_MORE.has(value.reason)),
  );
  return wanting.length * 2 >= items.length;
}

/** Which figures changed beyond chance; that none did is said only where it could be seen. */
function changeText(items: readonly FigureAnswer[], { t, format }: Speech): string {
  const changed = items.flatMap(({ figure, changed: change }) =>
    change === 'up' || change === 'down' ? [`${figure.name} ${t(`health.changed.${change}`)}`] : [],
  );
  if (changed.length > 0) return t('health.lead.changed', { n: changed.length, names: format.list(changed) });
  if (items.every(({ value }) => value.state === 'unavailable')) return t('health.lead.nothing');
  if (items.some((item) => item.changed === 'none')) return t('health.lead.steady');
  const [because, ...others] = new Set(items.flatMap(({ previous }) => previous?.because ?? []));
  return t(because === undefined || others.length > 0 ? 'health.lead.cannot_tell' : `health.lead.${because}`);
}

/** Why these days. */
function whyText(answer: FigureAnswer, speech: Speech): string {
  const { window, freshness } = answer;
  const { t } = speech;
  if (window.because === 'asked') return t('health.lead.asked');
  const { newest } = freshness;
  if (window.because === 'today' || newest === null) return t('health.lead.today');
  const lastDay = 'at' in newest ? dayIn(window.zone, newest.at) : newest.day;
  if (lastDay >= window.until) return t('health.lead.live');
  return t('health.lead.latest', { newest: newestText(answer, speech) });
}
