import { sql } from 'kysely';
import { compileRule } from '#cockpit/segments/meaning/index.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scoped } from '#platform/db/index.ts';
import type { Compiled, Rule, Segment, Words } from './model.ts';
import { PRESETS } from './model.ts';

export { hasTwin } from '#cockpit/segments/meaning/index.ts';
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

function asked(id: string, name: Words, isShared: boolean, rule: Rule): AskedSegment {
  return { id, name, isShared, text: (first, asOf) => compileRule(rule, asOf, first) };
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A segment that was written here; undefined when there is none of that id, also when it is not an id. */
export async function segmentById(db: Scoped, id: string): Promise<Segment | undefined> {
  return UUID.test(id) ? await written(db).where('segment.id', '=', id).executeTakeFirst() : undefined;
}

/** The same, held until this transaction ends. */
export async function segmentForUpdate(db: Scoped, id: string): Promise<Segment | undefined> {
  return await written(db).where('segment.id', '=', id).forUpdate().executeTakeFirst();
}

/** Every segment that was written here, by name. */
export async function allSegments(db: Scoped): Promise<readonly Segment[]> {
  return await written(db).orderBy('segment.name').orderBy('segment.id').execute();
}

/** Rules were checked where they came in. */
function written(db: Scoped) {
  return db.tx
    .selectFrom('segment')
    .select(['segment.id', 'segment.name', 'segment.shared', 'segment.version'])
    .select(['segment.owner_id as ownerId', 'segment.changed_at as changedAt', sql<Rule>`segment.rule`.as('rule')])
    .where('segment.workspace_id', '=', db.scope.workspaceId);
}
