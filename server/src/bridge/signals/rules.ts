import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Signal, SignalRow, SimilarRow, Sorted } from './model.ts';
import type { Evidence, Reason, Signal as WireSignal, Similar } from './wire.ts';

/** What somebody does with a signal; `isOpen`, `isDraft`: the state of the insight it goes into, or comes out of. */
export type Act =
  | { readonly is: 'merge'; readonly insightId: string; readonly isOpen: boolean }
  | { readonly is: 'dismiss'; readonly why: string }
  | { readonly is: 'reopen'; readonly isDraft: boolean };

export type ActCode = 'signal/sorted_already' | 'signal/not_sorted' | 'signal/insight_closed' | 'signal/insight_sent';

/**
 * What an act makes of a signal: `raised → merged | dismissed`, and back. An insight takes signals in until it is
 * decided; once it is submitted none is taken out any more, since somebody decides on what was sent to him.
 */
export function after(signal: Pick<Signal, 'state'>, act: Act): Result<Sorted, ActCode> {
  if (act.is === 'reopen') return reopened(signal.state, act.isDraft);
  if (signal.state !== 'raised') return no('signal/sorted_already');
  if (act.is === 'dismiss') return yes({ state: 'dismissed', insightId: null, why: act.why });
  return act.isOpen ? yes({ state: 'merged', insightId: act.insightId, why: null }) : no('signal/insight_closed');
}

function reopened(state: Signal['state'], isDraft: boolean): Result<Sorted, ActCode> {
  if (state === 'raised') return no('signal/not_sorted');
  if (state === 'merged' && !isDraft) return no('signal/insight_sent');
  return yes({ state: 'raised', insightId: null, why: null });
}

/** Whether more evidence may be added: until it is dismissed, or its insight decided. */
export function takesEvidence(state: Signal['state'], insightIsOpen: boolean): boolean {
  return state === 'raised' || (state === 'merged' && insightIsOpen);
}

/** Whether evidence may be taken away again: nobody was sent it to decide on, or only after it was sent was it added. */
export function isLoose(
  state: Signal['state'],
  addedAt: Date,
  insight: { readonly state: string; readonly submittedAt: Date | null } | undefined,
): boolean {
  if (state === 'raised') return true;
  if (state === 'dismissed' || insight === undefined) return false;
  if (insight.state === 'draft' && insight.submittedAt === null) return true;
  const isOpen = insight.state === 'draft' || insight.state === 'submitted';
  return isOpen && insight.submittedAt !== null && addedAt > insight.submittedAt;
}

/** A signal is taken back by whoever raised it, while nobody has done anything with it. */
export function mayTakeBack(signal: Pick<Signal, 'state' | 'raisedBy'>, colleagueId: string | undefined): boolean {
  return signal.state === 'raised' && signal.raisedBy === colleagueId;
}

/** Who looks at signals, and what he may do with them. */
export interface Reader {
  readonly colleagueId: string | undefined;
  readonly maySort: boolean;
}

/** A signal as its reader sees it, with its evidence. */
export function shown(row: SignalRow, evidenceOf: (signalId: string) => Evidence[], reader: Reader): WireSignal {
  return {
    id: row.id,
    kind: row.kind,
    line: row.line,
    state: row.state,
    version: row.version,
    insight: row.insightId === null ? null : { id: row.insightId, statement: row.statement ?? '' },
    why: row.why,
    mandate: row.mandateId === null ? null : { id: row.mandateId, intention: row.intention ?? '' },
    raisedBy: row.raisedByName,
    raisedAt: row.raisedAt.toISOString(),
    evidence: evidenceOf(row.id),
    can: {
      sort: reader.maySort && row.state === 'raised',
      takeBack: mayTakeBack(row, reader.colleagueId),
      reopen: reader.maySort && (row.state === 'dismissed' || row.insightState === 'draft'),
    },
  };
}

/** Fewer words than this are shared by chance. */
const FEWEST_WORDS = 2;
const MOST_WORDS = 5;

/** Similar signals with what makes them so, the closest first; those that share too little are left out. */
export function similarOf(rows: readonly SimilarRow[], most: number): Similar[] {
  return rows
    .map((row) => ({ row, reasons: reasonsOf(row) }))
    .filter(({ reasons }) => reasons.length > 0)
    .toSorted((a, b) => weight(b.row) - weight(a.row) || b.row.raised_at.getTime() - a.row.raised_at.getTime())
    .slice(0, most)
    .map(({ row, reasons }) => ({
      id: row.id,
      kind: row.kind,
      line: row.line,
      state: row.state,
      insight: row.insight_id === null ? null : { id: row.insight_id, statement: row.statement ?? '' },
      reasons,
    }));
}

function reasonsOf(row: SimilarRow): Reason[] {
  const reasons: Reason[] = [];
  if (row.same_message) reasons.push({ is: 'message' });
  else if (row.same_thread) reasons.push({ is: 'thread' });
  if (row.words.length >= FEWEST_WORDS) reasons.push({ is: 'words', words: row.words.slice(0, MOST_WORDS) });
  for (const theme of row.themes) reasons.push({ is: 'theme', theme });
  return reasons;
}

function weight(row: SimilarRow): number {
  return (row.same_message ? 100 : 0) + (row.same_thread ? 20 : 0) + 2 * row.words.length + 3 * row.themes.length;
}
