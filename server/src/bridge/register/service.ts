import type { Course } from '#bridge/decisions/index.ts';
import { abilities } from '#bridge/decisions/index.ts';
import { openLinkOf } from '#bridge/links/lookup.ts';
import type { Asking } from '#kernel/actor.ts';
import { dayIn } from '#kernel/day.ts';
import type { Language } from '#kernel/language.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Scoped } from '#platform/db/index.ts';
import { CSV_START, csvLine } from '#platform/files/csv.ts';
import { say } from '#platform/i18n/index.ts';
import { seesFew } from '#workspace/privacy/index.ts';
import { smallestGroupOf } from '#workspace/privacy/lookup.ts';
import { settingsOf } from '#workspace/spaces/lookup.ts';
import { unnamed } from './rules.ts';
import type { Look, Quoted, Row } from './views.ts';
import { namesAround, pastOf, quotesOf, registerFacets, registerRow, registerRows } from './views.ts';
import type { DecisionView, Register, RegisterFilter, RegisterRow } from './wire.ts';

export interface RegisterDeps {
  readonly database: Database;
  readonly clock: Clock;
}

/** The moment as the workspace's days see it. */
export async function lookAt(db: Scoped, clock: Clock): Promise<Look> {
  const { zone } = await settingsOf(db);
  const now = clock.now();
  return { now, zone, today: dayIn(zone, now) };
}

/** The register of decisions, whoever waits first, from a place in it on. */
export function register(
  { database, clock }: RegisterDeps,
  asking: Asking,
  filter: RegisterFilter,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<Register> {
  return database.inScope(asking.scope, async (db) => {
    const look = await lookAt(db, clock);
    const k = await smallestGroupOf(db);
    const rows = await registerRows(db, look, filter, { after, limit: limit + 1 });
    const { counts, owners, objectives } = await registerFacets(db, look, filter);
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return {
      items: items.map((row) => rowView(row, asking, k)),
      ...(last === undefined ? {} : { next: `${String(last.place)}/${last.id}` }),
      counts: Object.fromEntries([...NOBODY, ...counts.map(({ standing, n }) => [standing, n] as const)]),
      owners: [...owners],
      objectives: [...objectives],
    } as Register;
  });
}

const NOBODY = [
  ['overdue', 0],
  ['awaiting', 0],
  ['sent_back', 0],
  ['postponed', 0],
  ['agreed', 0],
  ['declined', 0],
  ['delivered', 0],
  ['told', 0],
] as const;

/** One of the register with what was said, heard and done about it. */
export function decision(
  { database, clock }: RegisterDeps,
  asking: Asking,
  insightId: string,
): Promise<Result<DecisionView, 'http/not_found'>> {
  return database.inScope(asking.scope, async (db) => {
    const look = await lookAt(db, clock);
    const row = await registerRow(db, look, insightId);
    if (row === undefined) return no('http/not_found');
    const k = await smallestGroupOf(db);
    const { quotes, counters, messages } = await quotesFor(db, insightId, seesFew(asking.actor));
    const { answers, deliveries } = await pastOf(db, insightId);
    const link = await openLinkOf(db, insightId, look.now);
    const view = rowView(row, asking, k);
    return yes({
      ...view,
      options: [...row.options],
      quotes,
      counters,
      weight: { members: view.askers, messages, k },
      before: answers.slice(1).map((one) => ({ ...one, at: one.at.toISOString() })),
      deliveries: deliveries.map((one) => ({ ...one, at: one.at.toISOString() })),
      link: link === undefined ? null : { expiresAt: link.expiresAt.toISOString() },
    });
  });
}

/** What was heard, as it is shown; names in the texts only to whoever may know them. */
export async function quotesFor(db: Scoped, insightId: string, mayName: boolean) {
  const { quotes, counters, messages } = await quotesOf(db, insightId);
  const names = mayName ? [] : await namesAround(db, insightId);
  const shown = ({ at, text, ...rest }: Quoted) => ({
    ...rest,
    text: unnamed(text, names),
    at: at?.toISOString() ?? null,
  });
  return { quotes: quotes.map(shown), counters: counters.map(shown), messages };
}

function rowView(row: Row, { by, actor, functions }: Asking, k: number): RegisterRow {
  const isShown = seesFew(actor) || row.askers >= k;
  return {
    id: row.id,
    statement: row.statement,
    ask: row.ask,
    standing: row.standing,
    version: row.version,
    owner: ownerView(row),
    objective: objectiveView(row),
    due: row.due,
    submittedAt: row.submitted_at.toISOString(),
    last: lastView(row),
    deliveredOn: row.delivered_on,
    days: row.days,
    isDecided: row.decided_at !== null,
    askers: isShown ? row.askers : null,
    toTell: isShown ? row.to_tell : null,
    can: abilities(courseOf(row), functions, by.kind === 'person' ? by.colleagueId : undefined),
  };
}

function ownerView({ owner_id, owner_name, owner_left, outside_name }: Row): RegisterRow['owner'] {
  if (owner_id !== null) return { kind: 'colleague', id: owner_id, name: owner_name ?? '', hasLeft: owner_left };
  return outside_name === null ? null : { kind: 'outside', name: outside_name };
}

function objectiveView({ objective_id: id, objective_title: title }: Row): RegisterRow['objective'] {
  return id === null || title === null ? null : { id, title };
}

function lastView({ answer, until, option, reason, answered_by, answered_at }: Row): RegisterRow['last'] {
  if (answer === null || answered_at === null) return null;
  return { answer, until, option, reason: reason ?? '', by: answered_by ?? '', at: answered_at.toISOString() };
}

function courseOf(row: Row): Course {
  const { decision_id: id, answer, until } = row;
  return {
    state: row.state,
    version: row.version,
    options: row.options,
    ownerId: row.owner_id,
    outsideName: row.outside_name,
    decidedAt: row.decided_at,
    deliveredAt: row.delivered_at,
    last: id === null || answer === null ? null : { id, answer, until },
  };
}

const MOST_LINES = 20_000;
const COLUMNS = [
  'statement',
  'ask',
  'standing',
  'owner',
  'objective',
  'submitted',
  'due',
  'answer',
  'option',
  'until',
  'reason',
  'by',
  'decided',
  'delivered',
  'days',
  'is_decided',
  'askers',
  'to_tell',
] as const;

/** The register as lines of CSV, with a line of names; days are of the workspace's zone. */
export async function registerFile(
  { database, clock }: RegisterDeps,
  asking: Asking,
  filter: RegisterFilter,
  language: Language,
): Promise<readonly string[]> {
  return await database.inScope(asking.scope, async (db) => {
    const look = await lookAt(db, clock);
    const k = await smallestGroupOf(db);
    const rows = await registerRows(db, look, filter, { limit: MOST_LINES });
    const names = COLUMNS.map((name) => say(language, `register/${name}`));
    const lines = rows.map((row) => csvLine(cellsOf(rowView(row, asking, k), look.zone, language), language));
    return [CSV_START, csvLine(names, language), ...lines];
  });
}

function cellsOf(row: RegisterRow, zone: string, language: Language) {
  const days = row.days === null ? null : Math.round(row.days * 10) / 10;
  return [
    row.statement,
    row.ask,
    say(language, `register/is_${row.standing}`),
    row.owner?.name,
    row.objective?.title,
    dayIn(zone, new Date(row.submittedAt)),
    row.due,
    ...answerCells(row.last, zone, language),
    row.deliveredOn,
    language === 'fr' ? days?.toLocaleString('fr-FR', { useGrouping: false }) : days,
    row.isDecided,
    row.askers,
    row.toTell,
  ];
}

function answerCells(last: RegisterRow['last'], zone: string, language: Language) {
  if (last === null) return [null, null, null, null, null, null];
  const { answer, option, until, reason, by, at } = last;
  return [say(language, `register/answer_${answer}`), option, until, reason, by, dayIn(zone, new Date(at))];
}
