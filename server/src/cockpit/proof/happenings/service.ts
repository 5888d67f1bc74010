import { startedBetween } from '#bridge/mandates/lookup.ts';
import { readNotes, type NotesDeps } from '#cockpit/notes/index.ts';
import { addDays } from '#kernel/day.ts';
import type { Scope } from '#kernel/scope.ts';
import type { About, Happening } from './model.ts';
import { happeningsOf, NEAR_DAYS } from './rules.ts';
import { proofsBetween } from './store.ts';

/** What else happened from two weeks before an action to its end: notes, events of the community, mandates, other proofs. */
export async function happeningsAround(deps: NotesDeps, scope: Scope, about: About): Promise<readonly Happening[]> {
  const { startDay, untilDay, place, known, outages, proofId, mandateId } = about;
  const span = { from: addDays(startDay, -NEAR_DAYS), until: untilDay };
  const { notes, events } = await readNotes(
    deps,
    scope,
    { ...span, ...(place === undefined ? {} : { place: [...place] }) },
    [],
  );
  const { mandates, proofs } = await deps.database.inScope(scope, async (db) => ({
    mandates: await startedBetween(db, span),
    proofs: await proofsBetween(db, span),
  }));
  return happeningsOf(
    {
      notes,
      events,
      known,
      outages,
      mandates: mandates.filter(({ id }) => id !== mandateId),
      proofs: proofs.filter(({ id }) => id !== proofId),
    },
    { startDay, untilDay },
  );
}
