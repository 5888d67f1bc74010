import { unnamed } from '#bridge/register/lookup.ts';
import { addDays, dayIn } from '#kernel/day.ts';
import type { Scope } from '#kernel/scope.ts';
import { together } from '#platform/db/index.ts';
import type { CheckDeps } from '#rocket/check/index.ts';
import { pathFacts } from '#rocket/steps/index.ts';
import { house, inItsZone } from '#workspace/spaces/lookup.ts';
import type { ReviewedRow } from './views.ts';
import { effort, heardAndDecided, reviewedObjectives } from './views.ts';
import type { ReviewView } from './wire.ts';

/** Days a first review looks back over. */
const SPAN = 90;

/** What a first review shows of the last 90 days, today included. */
export async function firstReview({ database, clock }: CheckDeps, scope: Scope): Promise<ReviewView> {
  const now = clock.now();
  const daysIn = (zone: string) => {
    const until = addDays(dayIn(zone, now), 1);
    return { from: addDays(until, -SPAN), until };
  };
  const found = await database.inScope(scope, (db) =>
    inItsZone(db, (zone) => {
      const window = { ...daysIn(zone), zone };
      return together(db, {
        houses: house(db),
        objectives: reviewedObjectives(db, window),
        insights: heardAndDecided(db, window),
        facts: pathFacts(db),
        effort: effort(db, window),
      });
    }),
  );
  const [one, facts, spent] = [found.houses[0], found.facts[0], found.effort[0]];
  if (one === undefined || facts === undefined || spent === undefined) throw new Error('a count always has its row');
  return {
    space: one.name,
    window: daysIn(one.zone),
    of: { objectives: found.objectives[0]?.of_all ?? 0, insights: found.insights[0]?.of_all ?? 0 },
    objectives: found.objectives.map(({ of_all: _, ...one }) => one),
    insights: found.insights.map(({ of_all: _, ...one }) => ({ ...one, quotes: one.quotes.map(quoteOf) })),
    signals: facts.signals,
    effort: spent,
  };
}

const LONGEST_QUOTE = 240;

/** What somebody said, for paper: without names, and cut between two words. */
function quoteOf({ text, names }: ReviewedRow['quotes'][number]): string {
  const plain = unnamed(text, names);
  return plain.length <= LONGEST_QUOTE ? plain : plain.slice(0, LONGEST_QUOTE).replace(/\s+\S*$/u, '…');
}
