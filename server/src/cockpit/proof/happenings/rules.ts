import type { EventLine, NotesView } from '#cockpit/notes/index.ts';
import { daysBetween } from '#kernel/day.ts';
import type { Happening, Window } from './model.ts';

/** What happens so close to a start may be what moved the figure. */
export const NEAR_DAYS = 14;

/** What changes what is watched is a reason to doubt wherever it lies; an import or a rule about the team is only told. */
const COVERAGE: ReadonlySet<Happening['kind']> = new Set(['place_began', 'place_silent', 'place_deleted', 'outage']);
const TOLD_ONLY: ReadonlySet<Happening['kind']> = new Set(['import', 'staff_rules']);

function blocks(kind: Happening['kind'], day: string, { startDay, untilDay }: Window): boolean {
  if (TOLD_ONLY.has(kind)) return false;
  if (Math.abs(daysBetween(startDay, day)) <= NEAR_DAYS) return true;
  return COVERAGE.has(kind) && day >= startDay && day < untilDay;
}

interface Heard extends NotesView {
  readonly known: readonly { readonly day: string; readonly text: string }[];
  readonly mandates: readonly { readonly id: string; readonly intention: string; readonly fromDay: string }[];
  readonly proofs: readonly { readonly id: string; readonly title: string; readonly startDay: string }[];
  readonly outages: readonly string[];
}

/** All that happened beside an action, in the order of its days. */
export function happeningsOf(heard: Omit<Heard, 'can'>, window: Window): readonly Happening[] {
  const make = (kind: Happening['kind'], day: string, key: string, text: string): Happening => ({
    key: `${kind}:${key}`,
    kind,
    day,
    text,
    blocks: blocks(kind, day, window),
  });
  return [
    ...heard.known.map(({ day, text }, n) => make('known', day, `${day}:${String(n)}`, text)),
    ...heard.mandates.map(({ id, intention, fromDay }) => make('mandate', fromDay, id, intention)),
    ...heard.proofs.map(({ id, title, startDay }) => make('proof', startDay, id, title)),
    ...heard.notes.map(({ id, day, text }) => make('note', day, id, text)),
    ...heard.events.map((event) => make(event.kind, event.day, `${event.day}:${nameOf(event)}`, nameOf(event))),
    ...heard.outages.map((day) => make('outage', day, day, '')),
  ].toSorted((a, b) => a.day.localeCompare(b.day));
}

function nameOf(event: EventLine): string {
  if (event.kind === 'channels_silent') return event.names.join(', ');
  return 'place' in event ? event.place : '';
}
