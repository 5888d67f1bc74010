import type { WordKey } from '#web/i18n/index.ts';

/** One matter of the panel: the figure that leads it, and the one read beside it in one line. */
export interface TileOf {
  readonly word: WordKey;
  readonly lead: string;
  readonly beside?: string;
  /** What most of its time goes into: days already added up, or messages one by one. */
  readonly counts: 'days' | 'messages';
}

/** What the panel shows, in its order. */
export const TILES: readonly TileOf[] = [
  { word: 'health.matter.activity', lead: 'active_members', beside: 'net_active_change', counts: 'days' },
  { word: 'health.matter.newcomers', lead: 'new_contributors', beside: 'welcomed_24h', counts: 'messages' },
  { word: 'health.matter.retention', lead: 'retention_rate', beside: 'lost_regulars', counts: 'days' },
  { word: 'health.matter.response', lead: 'first_response_time', beside: 'reply_coverage_7d', counts: 'days' },
  { word: 'health.matter.answerers', lead: 'member_answered_share', beside: 'solo_threads', counts: 'days' },
  { word: 'health.matter.dependence', lead: 'absence_factor', beside: 'top1_share', counts: 'days' },
  // Themes are told by name beside it.
  { word: 'health.matter.themes', lead: 'themes', counts: 'messages' },
  { word: 'health.matter.tone', lead: 'sentiment', counts: 'messages' },
];

const idsOf = (tiles: readonly TileOf[]): readonly string[] =>
  tiles.flatMap(({ lead, beside }) => (beside === undefined ? [lead] : [lead, beside]));

/** The figures of the panel, in its order. */
export const FIGURES = idsOf(TILES);

const COUNTS = ['days', 'messages'] as const;

/**
 * The figures of the panel in two questions that take about as long as each other, asked at the same time: one question
 * for each tile costs half as much again, and one for all would show nothing until the last is there.
 */
export const QUESTIONS = COUNTS.map((counts) => idsOf(TILES.filter((tile) => tile.counts === counts)));

/** Which of the two questions answers a tile. */
export function questionOf({ counts }: TileOf): number {
  return COUNTS.indexOf(counts);
}
