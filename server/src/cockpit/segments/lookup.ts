import { isFew } from '@passerelle/measure';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scoped } from '#platform/db/index.ts';
import type { Scoped as Facts } from '#platform/projection/index.ts';
import type { Compiled, Rule, Words } from './model.ts';
import { PRESETS } from './model.ts';
import { compileRule } from './rules.ts';
import { allSegments, segmentById } from './store.ts';
import { differences } from './views.ts';

export { PRESET_IDS } from './model.ts';

export interface AskedSegment {
  readonly id: string;
  readonly name: Words;
  /** Everybody knows it: a preset, or one that is shared. */
  readonly isShared: boolean;
  /**
   * SQL that gives `(member_id)` of the members meant, the same on both engines, its values numbered from `$first` on.
   * `asOf`: the day before which everything is seen (the end of the window).
   */
  text(first: number, asOf: string): Compiled;
}

/** The segment of that id, a preset's word or the id of one that was written; refused when it is no longer there. */
export async function segmentOf(db: Scoped, id: string): Promise<Result<AskedSegment, 'figure/segment_gone'>> {
  const preset = PRESETS.find((one) => one.id === id);
  if (preset !== undefined) return yes(asked(id, preset.name, true, preset.rule));
  const segment = await segmentById(db, id);
  if (segment === undefined) return no('figure/segment_gone');
  return yes(asked(id, { fr: segment.name, en: segment.name }, segment.shared, segment.rule));
}

/** The segments everybody can ask for: presets, and those that are shared. */
export async function sharedSegments(db: Scoped): Promise<readonly AskedSegment[]> {
  const written = (await allSegments(db)).filter(({ shared }) => shared);
  return [
    ...PRESETS.map(({ id, name, rule }) => asked(id, name, true, rule)),
    ...written.map(({ id, name, rule }) => asked(id, { fr: name, en: name }, true, rule)),
  ];
}

/**
 * Whether another of these segments holds all but a few of the same members: of two that lie one in the other, one
 * could be subtracted from the other.
 */
export async function hasTwin(
  facts: Facts,
  segment: AskedSegment,
  others: readonly AskedSegment[],
  { asOf, k }: { readonly asOf: string; readonly k: number },
): Promise<boolean> {
  const textOf = (one: AskedSegment) => (first: number) => one.text(first, asOf);
  const found = await differences(facts, textOf(segment), others.map(textOf));
  return found.some(({ more, less }) => (more === 0 && isFew(less, k)) || (less === 0 && isFew(more, k)));
}

function asked(id: string, name: Words, isShared: boolean, rule: Rule): AskedSegment {
  return { id, name, isShared, text: (first, asOf) => compileRule(rule, asOf, first) };
}
