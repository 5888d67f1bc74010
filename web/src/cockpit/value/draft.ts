import type { GivenInput } from '#cockpit/value/wire.ts';
import type { GivenView, LineView, StreamView } from '#cockpit/value/telling/wire.ts';
import type { Language } from '#kernel/language.ts';
import { asTyped, typedNumber } from './numbers.ts';
import type { Unit } from './numbers.ts';

export type Asked = NonNullable<GivenInput['figure']>;

/** One range as the form holds it. */
export interface GivenDraft {
  readonly low: string;
  readonly likely: string;
  readonly high: string;
  readonly by: string;
  readonly on: string;
  readonly from: GivenView['from'];
  readonly note: string;
  readonly figure: Asked | null;
  /** Its id. */
  readonly proof: string | null;
}

export interface LineDraft {
  readonly stream: LineView['stream'];
  readonly name: string;
  readonly event: string;
  readonly which: string;
  readonly every: LineView['every'];
  readonly inputs: Readonly<Record<string, GivenDraft>>;
}

/** Who writes, on which day: a range is somebody's word. The numbers themselves are nobody's until they are typed. */
export interface Saying {
  readonly by: string;
  readonly on: string;
}

export function freshGiven({ by, on }: Saying): GivenDraft {
  return { low: '', likely: '', high: '', by, on, from: 'guess', note: '', figure: null, proof: null };
}

export function freshLine(stream: StreamView, name: string, saying: Saying): LineDraft {
  return {
    stream: stream.id,
    name,
    event: stream.events[0] ?? '',
    which: '',
    every: 'year',
    inputs: Object.fromEntries(stream.inputs.map(({ id }) => [id, freshGiven(saying)])),
  };
}

export function draftOf(line: LineView, language: Language): LineDraft {
  return {
    stream: line.stream,
    name: line.name,
    event: line.event?.kind ?? '',
    which: line.event?.which ?? '',
    every: line.every,
    inputs: Object.fromEntries(line.inputs.map(({ id, unit, given }) => [id, givenDraft(given, unit, language)])),
  };
}

export function givenDraft(given: GivenView, unit: Unit, language: Language): GivenDraft {
  const { low, likely, high, by, on, from, note, figure, proof } = given;
  return {
    low: asTyped(unit, low, language),
    likely: asTyped(unit, likely, language),
    high: asTyped(unit, high, language),
    by,
    on,
    from,
    note: note ?? '',
    figure: figure === null ? null : { figure: figure.figure, slice: figure.slice, days: figure.days },
    proof: proof?.id ?? null,
  };
}

/** A range as it is sent; undefined while one of its numbers is none. */
export function givenOf(draft: GivenDraft, unit: Unit): GivenInput | undefined {
  const [low, likely, high] = [draft.low, draft.likely, draft.high].map((text) => typedNumber(unit, text));
  if (low === undefined || likely === undefined || high === undefined) return undefined;
  const { by, on, from, note, figure, proof } = draft;
  return {
    low,
    likely,
    high,
    by,
    on,
    from,
    note: note.trim() === '' ? null : note,
    figure: from === 'measured' ? figure : null,
    proof: from === 'proof' ? proof : null,
  };
}

/** Every range of a line; undefined while one of them is not whole. */
export function inputsOf(draft: LineDraft, stream: StreamView): Readonly<Record<string, GivenInput>> | undefined {
  const found: Record<string, GivenInput> = {};
  for (const { id, unit } of stream.inputs) {
    const own = draft.inputs[id];
    const given = own === undefined ? undefined : givenOf(own, unit);
    if (given === undefined) return undefined;
    found[id] = given;
  }
  return found;
}
