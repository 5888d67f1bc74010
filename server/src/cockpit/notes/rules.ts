import { daysBetween, mondayOf } from '#kernel/day.ts';
import type { CommunityEvent, PlaceSpan, Recorded, SilentChannel, Span } from './model.ts';

/** Silent for so long, while others go on, is an end and not a pause. */
const SILENCE = 28;
/** Ends of channels are told when they carried so much of their place, or are so many of its channels. */
const TELLING_SHARE = 0.05;
/** So many contributions in 90 days make five in 28: then 28 days without one are no chance. */
const BUSY = 16;
const MANY_CHANNELS = 10;

/** The events of the record, as they stand on a course; imports that brought nothing change nothing. */
export function recordedEvents(rows: readonly Recorded[], dayOf: (at: Date) => string): readonly CommunityEvent[] {
  return rows.flatMap(({ action, at, after }): readonly CommunityEvent[] => {
    const day = dayOf(at);
    if (action === 'place.deleted') return [{ kind: 'place_deleted', day }];
    if (action === 'staff_rules.set') return [{ kind: 'staff_rules', day }];
    const { placeId, added } = importIn(after);
    return placeId === undefined || added === 0 ? [] : [{ kind: 'import', day, placeId, added }];
  });
}

function importIn(after: unknown): { readonly placeId: string | undefined; readonly added: number } {
  const told: { readonly placeId?: unknown; readonly added?: unknown } =
    typeof after === 'object' && after !== null ? after : {};
  const { placeId, added } = told;
  return {
    placeId: typeof placeId === 'string' ? placeId : undefined,
    added: typeof added === 'number' ? added : 0,
  };
}

/**
 * Places that came in or fell silent in the span while another went on. The first and the last of all are not told:
 * there the whole course begins and ends.
 */
export function placeEvents(spans: readonly PlaceSpan[], span: Span): readonly CommunityEvent[] {
  const first = spans.reduce((day, { firstDay }) => (firstDay < day ? firstDay : day), '9999-12-31');
  const last = spans.reduce((day, { lastDay }) => (lastDay > day ? lastDay : day), '0000-01-01');
  const isIn = (day: string): boolean => day >= span.from && day < span.until;
  return spans.flatMap(({ placeId, firstDay, lastDay }): readonly CommunityEvent[] => [
    ...(isIn(firstDay) && firstDay > first ? [{ kind: 'place_began', day: firstDay, placeId } as const] : []),
    ...(isIn(lastDay) && daysBetween(lastDay, last) >= SILENCE
      ? [{ kind: 'place_silent', day: lastDay, placeId } as const]
      : []),
  ]);
}

/** Channels of one place that fell silent within one week, told together on the day most of them did. */
export function channelEvents(channels: readonly SilentChannel[]): readonly CommunityEvent[] {
  const weeks = Map.groupBy(channels, ({ placeId, lastDay }) => `${placeId} ${mondayOf(lastDay)}`);
  return [...weeks.values()].flatMap((week): readonly CommunityEvent[] => {
    const [one] = week;
    if (one === undefined || one.all === 0) return [];
    const isMany = week.length >= MANY_CHANNELS && week.length * 10 >= one.channels;
    if (shareOf(week.filter(({ own }) => own >= BUSY)) < TELLING_SHARE && !isMany) return [];
    const share = shareOf(week);
    const channelIds = week.toSorted((a, b) => b.own - a.own).map(({ channelId }) => channelId);
    return [{ kind: 'channels_silent', day: busiestDay(week), placeId: one.placeId, channelIds, share }];
  });
}

/** What channels of one place and week carried of their place. */
function shareOf(week: readonly SilentChannel[]): number {
  const sum = week.reduce((total, { own }) => total + own, 0);
  return Math.min(1, sum / (week[0]?.all ?? Infinity));
}

/** The day on which most of them wrote last; the later one of equals. */
function busiestDay(week: readonly SilentChannel[]): string {
  const days = [...Map.groupBy(week, ({ lastDay }) => lastDay)];
  const [best] = days.toSorted(([a, ofA], [b, ofB]) => ofB.length - ofA.length || b.localeCompare(a));
  return best?.[0] ?? '';
}
