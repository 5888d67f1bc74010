import type { Course } from '#bridge/decisions/index.ts';
import { abilities } from '#bridge/decisions/index.ts';
import { openLinks } from '#bridge/links/lookup.ts';
import type { Asking } from '#kernel/actor.ts';
import { dayIn } from '#kernel/day.ts';
import type { Language } from '#kernel/language.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import { CSV_START, csvLine } from '#platform/files/csv.ts';
import { say } from '#platform/i18n/index.ts';
import { seesFew } from '#workspace/privacy/index.ts';
import type { House } from '#workspace/spaces/lookup.ts';
import { unnamed } from './rules.ts';
import { heardFor } from './lookup.ts';
import type { QuoteRow } from './lookup.ts';
import type { Row } from './views.ts';
import { answersTo, deliveriesOf, registerPage, registerRow, registerRows } from './views.ts';
import type { DecisionView, Register, RegisterFilter, RegisterRow } from './wire.ts';

export interface RegisterDeps {
  readonly database: Database;
  readonly clock: Clock;
}

/** The register of decisions, whoever waits first, from a place in it on. */
export function register(
  { database, clock }: RegisterDeps,
  asking: Asking,
  filter: RegisterFilter,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<Register> {
  return database.inScope(asking.scope, async (db) => {
    const page = await registerPage(db, clock.now(), filter, { after, limit: limit + 1 });
    const { house, rows, counts, owners, objectives } = page;
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return {
      items: items.map((row) => rowView(row, asking, smallestGroupOf(house))),
      ...(last === undefined ? {} : { next: `${String(last.place)}/${last.id}` }),
      counts: Object.fromEntries([...NOBODY, ...counts.map(({ standing, n }) => [standing, n] as const)]),
      owners: [...owners],
      objectives: [...objectives],
    } as Register;
  });
}

/** Where the workspace does not say, nothing is told of few. */
export function smallestGroupOf(house: House | undefined): number {
  return house?.smallestGroup ?? Number.POSITIVE_INFINITY;
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
    const now = clock.now();
    const heard = heardFor(db, insightId, seesFew(asking.actor));
    const answers = answersTo(db, insightId);
    const deliveries = deliveriesOf(db, insightId);
    const read = await registerRow(db, now, insightId, {
      ...heard,
      answers,
      deliveries,
      links: openLinks(db, insightId, now),
    });
    const [row] = read.row;
    if (row === undefined) return no('http/not_found');
    const k = smallestGroupOf(read.house[0]);
    const { quotes, counters, messages } = shownQuotes(read);
    const view = rowView(row, asking, k);
    const [link] = read.links;
    return yes({
      ...view,
      options: [...row.options],
      quotes,
      counters,
      weight: { members: view.askers, messages, k },
      before: read.answers.slice(1).map((one) => ({ ...one, at: one.at.toISOString() })),
      deliveries: read.deliveries.map((one) => ({ ...one, at: one.at.toISOString() })),
      link: link === undefined ? null : { expiresAt: link.expiresAt.toISOString() },
    });
  });
}

/** What was heard, as it is shown: without the names in it that were read. */
export function shownQuotes({
  heard,
  names,
}: {
  readonly heard: readonly QuoteRow[];
  readonly names: readonly { readonly names: readonly (string | null)[] }[];
}) {
  const known = [...new Set(names.flatMap((one) => one.names).filter((name) => name !== null))];
  const of = (against: boolean) =>
    heard
      .filter((row) => row.against === against)
      .map(({ text, place, channel, at, day }) => ({
        text: unnamed(text, known),
        place,
        channel,
        at: at?.toISOString() ?? null,
        day,
      }));
  return { quotes: of(false), counters: of(true), messages: heard[0]?.messages ?? 0 };
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
    const { house, rows } = await registerRows(db, clock.now(), filter, { limit: MOST_LINES });
    const k = smallestGroupOf(house);
    const zone = house?.zone ?? 'UTC';
    const names = COLUMNS.map((name) => say(language, `register/${name}`));
    const lines = rows.map((row) => csvLine(cellsOf(rowView(row, asking, k), zone, language), language));
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
    say(language, `register/answer_${row.isDecided ? 'yes' : 'no'}`),
    row.askers,
    row.toTell,
  ];
}

function answerCells(last: RegisterRow['last'], zone: string, language: Language) {
  if (last === null) return [null, null, null, null, null, null];
  const { answer, option, until, reason, by, at } = last;
  return [say(language, `register/answer_${answer}`), option, until, reason, by, dayIn(zone, new Date(at))];
}
