import type { Counted, FoundAct, Proposal, Proposer, Reason } from './model.ts';

/** What of a rule fits an act; undefined where something it says does not, or where it says nothing. */
export function reasonsFor(act: FoundAct, { rule, fromDay, untilDay }: Proposer): readonly Reason[] | undefined {
  if (act.day < fromDay || act.day >= untilDay) return undefined;
  const fits = [
    ['channel', rule.channels, [act.channelId]],
    ['label', rule.labels, act.labels],
    ['author', rule.authors, [act.memberId]],
  ] as const;
  const said = fits.filter(([, wanted]) => wanted.length > 0);
  if (said.length === 0 || said.some(([, wanted, found]) => !found.some((one) => wanted.includes(one))))
    return undefined;
  return said.map(([reason]) => reason);
}

/** The mandate whose rule says most of what fits; among equals the first, which began last. */
export function proposalFor(act: FoundAct, proposers: readonly Proposer[]): Proposal | undefined {
  let best: Proposal | undefined;
  for (const proposer of proposers) {
    const because = reasonsFor(act, proposer);
    if (because === undefined || because.length <= (best?.because.length ?? 0)) continue;
    best = { mandateId: proposer.id, because };
  }
  return best;
}

/**
 * Acts with a mandate ÷ acts that are not keeping the house; undefined where there is none of these. What nobody sorted
 * is not tied: keeping the house is a choice that somebody makes, the rest is off-plan.
 */
export function tiedShareOf({ mandate, offplan, unsorted }: Counted): number | undefined {
  const meant = mandate + offplan + unsorted;
  return meant === 0 ? undefined : mandate / meant;
}

/** Acts that neither carry a mandate nor keep the house ÷ all acts. */
export function offplanShareOf({ mandate, house, offplan, unsorted }: Counted): number | undefined {
  const all = mandate + house + offplan + unsorted;
  return all === 0 ? undefined : (offplan + unsorted) / all;
}
