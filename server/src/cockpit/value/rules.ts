import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Change, Counted, Given, InputUnit, Line, Scenario, Settings, Sheet, Three, Variant } from './model.ts';
import { MOST_LINES, MOST_SCENARIOS, streamOf } from './model.ts';

/** In hundredths: a million million of the currency. A sheet full of such lines still counts in whole numbers. */
const MOST_OF_A_LINE = 1e14;

export type LineCode =
  | 'value/too_many_lines'
  | 'value/name_already_exists'
  | 'value/counted_twice'
  | 'value/line_too_large';

/** Whether a line may stand beside the others: its name is its own, and so is what it counts. */
export function checkedLine(line: Line, others: readonly Line[], years: number): Result<Line, LineCode> {
  if (others.length >= MOST_LINES) return no('value/too_many_lines', { most: MOST_LINES });
  const namesake = others.find(({ name }) => plain(name) === plain(line.name));
  if (namesake !== undefined) return no('value/name_already_exists', { name: namesake.name });
  const twin = others.find((other) => isSameEvent(other.event, line.event));
  if (twin !== undefined) return no('value/counted_twice', { name: twin.name, event: line.event?.kind ?? '' });
  return mostOf(line) * years > MOST_OF_A_LINE ? no('value/line_too_large', { name: line.name }) : yes(line);
}

/** All of something holds each part of it; two parts are the same under the same name. */
export function isSameEvent(a: Counted | null, b: Counted | null): boolean {
  if (a === null || b === null || a.kind !== b.kind) return false;
  return a.which === null || b.which === null || plain(a.which) === plain(b.which);
}

function plain(text: string): string {
  return text.trim().toLocaleLowerCase('fr').normalize('NFC');
}

function mostOf({ stream, inputs }: Line): number {
  return Object.keys(streamOf(stream).inputs).reduce((product, name) => product * (inputs[name]?.high ?? 0), 1);
}

export type ScenarioCode =
  | 'http/not_found'
  | 'value/too_many_scenarios'
  | 'value/name_already_exists'
  | 'value/share_above_one'
  | 'value/not_whole'
  | 'value/line_too_large';

/** Whether a scenario may stand beside the others: each of its ranges is of a line and an input that are there. */
export function checkedScenario(scenario: Scenario, sheet: Sheet): Result<Scenario, ScenarioCode> {
  const others = sheet.scenarios.filter(({ id }) => id !== scenario.id);
  if (others.length >= MOST_SCENARIOS) return no('value/too_many_scenarios', { most: MOST_SCENARIOS });
  const namesake = others.find(({ name }) => plain(name) === plain(scenario.name));
  if (namesake !== undefined) return no('value/name_already_exists', { name: namesake.name });
  const isKnown = ({ lineId, input }: Variant): boolean =>
    sheet.lines.some(({ id, inputs }) => id === lineId && input in inputs);
  if (!scenario.ranges.every(isKnown)) return no('http/not_found');
  for (const { lineId, input, given } of scenario.ranges) {
    const unit = unitOf(sheet, lineId, input);
    if (unit === 'share' && given.high > 1) return no('value/share_above_one');
    if (unit === 'money' && !isWholeMoney(given)) return no('value/not_whole');
  }
  const large = linesIn(sheet, scenario).find((line) => mostOf(line) * sheet.years > MOST_OF_A_LINE);
  return large === undefined ? yes(scenario) : no('value/line_too_large', { name: large.name });
}

function unitOf({ lines }: Pick<Sheet, 'lines'>, lineId: string, input: string): InputUnit | undefined {
  const line = lines.find(({ id }) => id === lineId);
  return line === undefined ? undefined : streamOf(line.stream).inputs[input];
}

function isWholeMoney({ low, likely, high }: Three): boolean {
  return [low, likely, high].every((value) => Number.isInteger(value));
}

/** The lines as a scenario has them; without one, as they are. */
export function linesIn(sheet: Pick<Sheet, 'lines'>, scenario: Scenario | undefined): readonly Line[] {
  if (scenario === undefined) return sheet.lines;
  return sheet.lines.map((line) => {
    const own = scenario.ranges.filter(({ lineId }) => lineId === line.id);
    return { ...line, inputs: { ...line.inputs, ...Object.fromEntries(own.map((one) => [one.input, one.given])) } };
  });
}

/** A sheet without a line, and without what scenarios said of it. */
export function withoutLine(sheet: Sheet, lineId: string): Sheet {
  return {
    ...sheet,
    lines: sheet.lines.filter(({ id }) => id !== lineId),
    scenarios: sheet.scenarios.map((one) => ({
      ...one,
      ranges: one.ranges.filter((range) => range.lineId !== lineId),
    })),
  };
}

/** A sheet can be summed up once something comes in and something is paid. */
export function isWhole({ lines }: Pick<Sheet, 'lines'>): boolean {
  const sides = new Set(lines.map(({ stream }) => streamOf(stream).side));
  return sides.has('in') && sides.has('out');
}

const SETTINGS = ['currency', 'years', 'rate', 'shape'] as const satisfies readonly (keyof Settings)[];
const SETTING_UNITS = { currency: 'text', years: 'years', rate: 'share', shape: 'text' } as const;

/** What is different in the later of two sheets, line by line; everything, where there was none before. */
export function changesBetween(before: Sheet | undefined, after: Sheet): readonly Change[] {
  return [
    ...SETTINGS.flatMap((name) => settingChange(before, after, name)),
    ...linesChanged(before?.lines ?? [], after.lines),
    ...scenariosChanged(before, after),
  ];
}

function settingChange(before: Sheet | undefined, after: Sheet, name: (typeof SETTINGS)[number]): readonly Change[] {
  if (before?.[name] === after[name]) return [];
  const is = before === undefined ? 'added' : 'changed';
  const values = { before: before?.[name] ?? null, after: after[name] };
  return [{ what: 'setting', is, name, stream: null, field: name, unit: SETTING_UNITS[name], ...values }];
}

function linesChanged(before: readonly Line[], after: readonly Line[]): readonly Change[] {
  const [was, is] = [new Map(before.map((one) => [one.id, one])), new Map(after.map((one) => [one.id, one]))];
  const gone = before.filter(({ id }) => !is.has(id)).map((line) => wholeLine(line, 'removed'));
  const rest = after.flatMap((line): readonly Change[] => {
    const old = was.get(line.id);
    return old === undefined ? [wholeLine(line, 'added')] : fieldsChanged(old, line);
  });
  return [...gone, ...rest];
}

function wholeLine({ name, stream }: Line, is: 'added' | 'removed'): Change {
  return { what: 'line', is, name, stream, field: null, unit: 'text', before: null, after: null };
}

function fieldsChanged(before: Line, after: Line): readonly Change[] {
  const about = { what: 'line', is: 'changed', name: after.name, stream: after.stream } as const;
  const words = (['name', 'stream', 'every'] as const).flatMap((field): readonly Change[] =>
    before[field] === after[field]
      ? []
      : [{ ...about, field, unit: 'text', before: before[field], after: after[field] }],
  );
  const [counted, counts] = [eventText(before), eventText(after)];
  const event: readonly Change[] =
    counted === counts ? [] : [{ ...about, field: 'event', unit: 'text', before: counted, after: counts }];
  const inputs = Object.entries(streamOf(after.stream).inputs).flatMap(([field, unit]): readonly Change[] =>
    rangeChanges(before.inputs[field], after.inputs[field]).map((one) => ({
      ...about,
      field,
      ...one,
      unit: one.unit === 'range' ? unit : one.unit,
    })),
  );
  return [...words, ...event, ...inputs];
}

function eventText({ event }: Line): string | null {
  if (event === null) return null;
  return event.which === null ? event.kind : `${event.kind} · ${event.which}`;
}

interface RangeChange extends Pick<Change, 'before' | 'after'> {
  readonly unit: 'range' | 'source';
}

function rangeChanges(before: Given | undefined, after: Given | undefined): readonly RangeChange[] {
  const [was, is] = [threeOf(before), threeOf(after)];
  if (JSON.stringify(was) !== JSON.stringify(is)) return [{ unit: 'range', before: was, after: is }];
  const [from, to] = [sourceText(before), sourceText(after)];
  return from === to ? [] : [{ unit: 'source', before: from, after: to }];
}

function threeOf(given: Given | undefined): Three | null {
  return given === undefined ? null : { low: given.low, likely: given.likely, high: given.high };
}

function sourceText(given: Given | undefined): string | null {
  if (given === undefined) return null;
  const { by, on, from, note, figure, proof } = given;
  return [by, on, from, figure?.figure, proof?.title, note].filter((one) => one != null).join(' · ');
}

function scenariosChanged(before: Sheet | undefined, after: Sheet): readonly Change[] {
  const about = { what: 'scenario', stream: null, unit: 'text', before: null, after: null } as const;
  const [was, is] = [before?.scenarios ?? [], after.scenarios];
  const gone = was.filter(({ id }) => is.every((one) => one.id !== id));
  return [
    ...gone.map(({ name }): Change => ({ ...about, is: 'removed', name, field: null })),
    ...is.flatMap((one): readonly Change[] => {
      const old = was.find(({ id }) => id === one.id);
      if (old === undefined) return [{ ...about, is: 'added', name: one.name, field: null }];
      return scenarioChanges(old, one, after);
    }),
  ];
}

function scenarioChanges(before: Scenario, after: Scenario, sheet: Sheet): readonly Change[] {
  const about = { what: 'scenario', is: 'changed', name: after.name, stream: null } as const;
  const name: readonly Change[] =
    before.name === after.name
      ? []
      : [{ ...about, field: 'name', unit: 'text', before: before.name, after: after.name }];
  const rangeIn = (ranges: readonly Variant[], lineId: string, input: string): Given | undefined =>
    ranges.find((one) => one.lineId === lineId && one.input === input)?.given;
  const ranges = sheet.lines.flatMap((line) =>
    Object.entries(streamOf(line.stream).inputs).flatMap(([input, unit]): readonly Change[] =>
      rangeChanges(rangeIn(before.ranges, line.id, input), rangeIn(after.ranges, line.id, input)).map((one) => ({
        ...about,
        name: `${after.name} · ${line.name}`,
        stream: line.stream,
        field: input,
        ...one,
        unit: one.unit === 'range' ? unit : one.unit,
      })),
    ),
  );
  return [...name, ...ranges];
}

/** What peers usually reckon: reads of answers × 5 % × the price of a ticket, a year, in hundredths. */
export interface Usual {
  readonly reads: number;
  readonly ticket: number;
  readonly amount: number;
}

export const USUAL_SHARE = 0.05;

/** The likely numbers of the sheet in that formula; or what it lacks for it. */
export function usualOf({ lines }: Pick<Sheet, 'lines'>): Usual | readonly ('reads' | 'ticket')[] {
  const reads = lines.find(({ event }) => event?.kind === 'answer_read')?.inputs['count']?.likely;
  const ticket = lines.find(({ stream }) => stream === 'tickets')?.inputs['ticket']?.likely;
  if (reads !== undefined && ticket !== undefined)
    return { reads, ticket, amount: Math.round(reads * USUAL_SHARE * ticket) };
  return [...(reads === undefined ? (['reads'] as const) : []), ...(ticket === undefined ? (['ticket'] as const) : [])];
}

/** A model that nobody looked at for longer says little of now. */
export const REVIEW_DAYS = 120;
