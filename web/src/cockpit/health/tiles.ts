import type { FigureCard } from '#cockpit/figures/wire.ts';
import type { WordKey } from '#web/i18n/index.ts';

/** One matter of the panel; of the figures named for each role, the first that exists is shown. */
interface Matter {
  readonly word: WordKey;
  readonly lead: readonly string[];
  /** Read beside it, in one line. */
  readonly beside: readonly string[];
}

/** What the panel shows, in its order. */
export const MATTERS = [
  { word: 'health.matter.activity', lead: ['active_members'], beside: ['net_active_change', 'stickiness'] },
  { word: 'health.matter.newcomers', lead: ['new_contributors'], beside: ['welcomed_24h', 'activation_30d'] },
  { word: 'health.matter.retention', lead: ['retention_rate', 'returning_share'], beside: ['lost_regulars'] },
  { word: 'health.matter.response', lead: ['first_response_time'], beside: ['reply_coverage_7d'] },
  { word: 'health.matter.answerers', lead: ['member_answered_share'], beside: ['solo_threads'] },
  { word: 'health.matter.dependence', lead: ['absence_factor', 'top1_share'], beside: ['top1_share', 'gini'] },
  { word: 'health.matter.themes', lead: ['themes'], beside: [] },
  { word: 'health.matter.tone', lead: ['sentiment'], beside: [] },
] as const satisfies readonly Matter[];

/** A tile of figures that exist. */
export interface TileOf {
  readonly word: WordKey;
  readonly lead: string;
  readonly beside: string | undefined;
}

/** The tiles for the figures there are; a matter without any has none. */
export function tilesOf(
  registry: { readonly items: readonly Pick<FigureCard, 'id'>[] } | undefined,
): readonly TileOf[] {
  const ids = new Set(registry?.items.map(({ id }) => id));
  return MATTERS.flatMap(({ word, ...named }: Matter): readonly TileOf[] => {
    const lead = named.lead.find((id) => ids.has(id));
    if (lead === undefined) return [];
    return [{ word, lead, beside: named.beside.find((id) => id !== lead && ids.has(id)) }];
  });
}
