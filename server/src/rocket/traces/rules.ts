import type { FigureValue } from '#cockpit/figures/index.ts';
import type { ValueStanding } from '#cockpit/value/lookup.ts';
import { daysBetween } from '#kernel/day.ts';
import type { Counts, Found, FoundAll, Lack, PilotTraces } from './model.ts';

/** The figures the check reads, by the indicator they are. */
export const FIGURE_OF = {
  reply_coverage: 'reply_coverage_7d',
  clocks: 'reply_sla',
  welcomed: 'welcomed_24h',
  presence: 'presence',
} as const;
export type ByFigure = keyof typeof FIGURE_OF;

const unavailable = (because: Lack): Found => ({ is: 'unavailable', because });

/** Reasons of figures that the check says in the same words; any other is "no traces". */
const SAME = ['no_places', 'not_watched', 'no_staff', 'no_replies', 'no_hours', 'private'] as const;

/** What a figure says; below its smallest sample it is used for no state. */
export function fromFigure(value: FigureValue | undefined, noSource: Lack): Found {
  if (value?.state === 'value' && value.value !== null) {
    return { is: 'value', value: value.value, n: value.n, of: value.of };
  }
  if (value?.state === 'too_few') return unavailable('too_few');
  if (value?.state !== 'unavailable') return unavailable('no_traces');
  if (value.reason === 'no_source') return unavailable(noSource);
  return unavailable(SAME.find((one) => one === value.reason) ?? 'no_traces');
}

function share(n: number, of: number, otherwise: Found): Found {
  return of === 0 ? otherwise : { is: 'value', value: n / of, n, of };
}

type ByCounts = Omit<FoundAll, ByFigure | 'value_model'>;

/** What was counted, indicator by indicator. `messages`: contributions of persons over the same days; undefined: unknown. */
export function fromCounts(counts: Counts, messages: number | undefined, pilot: PilotTraces): ByCounts {
  const { tied, offPlan, hosts, mandatedHosts, insightsDue, insightsInTime, insightsSubmitted } = counts;
  const noneSubmitted: Found = { is: 'nothing', because: 'none_submitted' };
  return {
    objectives: objectivesOf(counts),
    key_results: keyResultsOf(counts),
    verdicts: share(counts.verdicts, counts.finished, unavailable('no_proof')),
    reviews: unavailable('no_reviews'),
    pilot: pilotOf(pilot),
    tied: share(tied, tied + offPlan, unavailable('no_actions')),
    hosts: share(mandatedHosts, hosts, unavailable('no_hosts')),
    signals: signalsOf(counts.signals, messages),
    decided: share(insightsInTime, insightsDue, insightsSubmitted === 0 ? noneSubmitted : unavailable('none_due')),
    loop: share(counts.told, counts.askers, unavailable('nobody_asked')),
    moderation: unavailable('no_moderation'),
    planned: unavailable('no_calendar'),
  };
}

function objectivesOf({ liveObjectives, sponsoredObjectives }: Counts): Found {
  if (liveObjectives === 0) return { is: 'nothing', because: 'no_objective' };
  const isShort = sponsoredObjectives < liveObjectives;
  return { is: 'value', value: liveObjectives, n: sponsoredObjectives, of: liveObjectives, isShort };
}

/** An objective that nothing measures is short of one, however well the others are fed. */
function keyResultsOf({ keyResults, fedKeyResults, unmeasured }: Counts): Found {
  if (keyResults === 0) return { is: 'nothing', because: 'no_key_result' };
  return { is: 'value', value: fedKeyResults / keyResults, n: fedKeyResults, of: keyResults, isShort: unmeasured > 0 };
}

function signalsOf(signals: number, messages: number | undefined): Found {
  if (messages === undefined || messages === 0) return unavailable('no_messages');
  return { is: 'value', value: (signals * 1000) / messages, n: signals, of: messages };
}

/** A model that nobody changed or read through for so many days says little of now. */
const VALUE_DAYS = 120;

/** Two steps: there is a model that can be summed up, and somebody looked at it lately. `until`: the day after the last one. */
export function fromValue(value: ValueStanding | undefined, until: string): Found {
  if (value?.isWhole !== true) return { is: 'nothing', because: 'no_value_model' };
  const ago = Math.max(0, daysBetween(value.seenOn, until) - 1);
  return { is: 'value', value: ago <= VALUE_DAYS ? 1 : 0.5, n: ago, of: VALUE_DAYS };
}

/** Two steps: somebody is declared, somebody is seen; in place when it is the same person. */
function pilotOf({ declared, acting, both }: PilotTraces): Found {
  if (declared === 0 && acting === 0) return { is: 'nothing', because: 'nobody' };
  const steps = both > 0 ? 2 : 1;
  return { is: 'value', value: steps / 2, n: acting, of: declared };
}
