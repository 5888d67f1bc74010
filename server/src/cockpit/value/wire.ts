import { z } from 'zod';
import { FigureCard, SingleSlice } from '#cockpit/figures/wire.ts';
import { Verdict } from '#cockpit/proof/wire.ts';
import type { InputUnit } from './model.ts';
import { CURRENCIES, EVENTS, PROVABLE, SOURCES, SPANS, STREAM_IDS, streamOf } from './model.ts';

const Day = z.iso.date();
const Name = z.string().trim().min(1).max(120);
const Why = z.string().trim().min(1).max(2000).optional();
const Version = z.int().min(0);

export const Stream = z.enum(STREAM_IDS);
export const Event = z.enum(EVENTS);
export const Currency = z.enum(CURRENCIES);
export const Source = z.enum(SOURCES);
export const Span = z.enum(SPANS);

const Asked = { figure: z.string().max(60), slice: SingleSlice.default({}), days: Span } as const;
export const AskFigure = z.strictObject(Asked);

/** Money is a whole number of hundredths, a share lies between 0 and 1, a count has at most three decimals. */
const Three = { low: z.number(), likely: z.number(), high: z.number() } as const;

/** Low, likely and high, with who said so, on which day, and from what. */
const GivenInput = z.strictObject({
  ...Three,
  by: Name,
  on: Day,
  from: Source,
  note: z.string().trim().max(500).nullable().default(null),
  figure: z.strictObject(Asked).nullable().default(null),
  /** The id of the proof it is from. */
  proof: z.uuid().nullable().default(null),
});
export type GivenInput = z.input<typeof GivenInput>;
/** The same once it was read: nothing is left out any more. */
export type GivenRead = z.output<typeof GivenInput>;

interface Complaint {
  readonly path: readonly string[];
  readonly say: string;
}

const MOST: Readonly<Record<InputUnit, number>> = { share: 1, count: 1e12, money: 1e12 };

/** What does not fit in one range, by its field; the words are the house's own. */
function faultsIn(given: z.output<typeof GivenInput>, name: string, unit: InputUnit): readonly Complaint[] {
  const { low, likely, high } = given;
  const bounds = Object.entries({ low, likely, high }).flatMap(([part, value]): readonly Complaint[] => {
    const say = faultOf(value, unit);
    return say === undefined ? [] : [{ path: [part], say }];
  });
  return [...(bounds.length > 0 ? bounds : disorderIn(given)), ...sourceFaults(given, name)];
}

/** What is measured names its figure; what is from a proof names the proof, and is what proofs can speak of. */
function sourceFaults({ from, figure, proof }: z.output<typeof GivenInput>, name: string): readonly Complaint[] {
  if (from === 'measured' && figure === null) return [{ path: ['figure'], say: 'value/figure_missing' }];
  if (from !== 'proof') return [];
  if (!PROVABLE.has(name)) return [{ path: ['from'], say: 'value/proof_not_here' }];
  return proof === null ? [{ path: ['proof'], say: 'value/proof_missing' }] : [];
}

function faultOf(value: number, unit: InputUnit): string | undefined {
  if (value < 0) return 'value/negative';
  if (value > MOST[unit]) return unit === 'share' ? 'value/share_above_one' : 'value/too_large';
  return unit === 'money' && !Number.isInteger(value) ? 'value/not_whole' : undefined;
}

function disorderIn({ low, likely, high }: z.output<typeof GivenInput>): readonly Complaint[] {
  return [
    ...(low > likely ? [{ path: ['low'], say: 'value/low_above_likely' }] : []),
    ...(likely > high ? [{ path: ['high'], say: 'value/likely_above_high' }] : []),
    ...(low === high ? [{ path: ['high'], say: 'value/zero_width' }] : []),
  ];
}

/** Every input of the stream is there, is a range that can be, and there is no other. */
function inputFaults({ stream, inputs: told }: LineTold): readonly Complaint[] {
  const { inputs } = streamOf(stream);
  const unknown = Object.keys(told).filter((name) => !(name in inputs));
  return [
    ...Object.entries(inputs).flatMap(([name, unit]): readonly Complaint[] => {
      const given = told[name];
      if (given === undefined) return [{ path: ['inputs', name], say: 'value/input_missing' }];
      return faultsIn(given, name, unit).map(({ path, say }) => ({ path: ['inputs', name, ...path], say }));
    }),
    ...unknown.map((name) => ({ path: ['inputs', name], say: 'value/input_unknown' })),
  ];
}

/** What comes in counts one of the events of its stream; what costs counts none. */
function eventFaults({ stream, event }: LineTold): readonly Complaint[] {
  const { events } = streamOf(stream);
  const isRight = events.length === 0 ? event === null : events.some((one) => one === event?.kind);
  const isNameless = event?.kind === 'own' && event.which === null;
  return [
    ...(isRight ? [] : [{ path: ['event'], say: 'value/event_wrong' }]),
    ...(isNameless ? [{ path: ['event', 'which'], say: 'value/which_missing' }] : []),
  ];
}

interface LineTold {
  readonly stream: z.output<typeof Stream>;
  readonly event: { readonly kind: z.output<typeof Event>; readonly which: string | null } | null;
  readonly inputs: Readonly<Record<string, z.output<typeof GivenInput>>>;
}

const LineInput = z
  .strictObject({
    stream: Stream,
    name: Name,
    event: z
      .strictObject({ kind: Event, which: Name.nullable().default(null) })
      .nullable()
      .default(null),
    every: z.enum(['year', 'once']).default('year'),
    inputs: z.record(z.string().max(20), GivenInput),
  })
  .superRefine((line, context) => {
    for (const { path, say } of [...inputFaults(line), ...eventFaults(line)])
      context.addIssue({ code: 'custom', path: [...path], params: { say } });
  });
export type LineInput = z.output<typeof LineInput>;

/** `version`: the one that was read (0: there is none yet); a model changed since is not written over. */
export const NewSettings = z.strictObject({
  version: Version,
  currency: Currency,
  years: z.int().min(1).max(10),
  rate: z.number().min(0).max(0.5),
  shape: z.enum(['pert', 'triangular']),
  why: Why,
});
export type NewSettings = z.output<typeof NewSettings>;

export const KeepLine = z.strictObject({ version: Version, line: LineInput, why: Why });
export type KeepLine = z.output<typeof KeepLine>;

/** Ranges by the id of their line, then by input; what is not there is as the line has it. */
const ScenarioInput = z
  .strictObject({ name: Name, ranges: z.record(z.string().max(40), z.record(z.string().max(20), GivenInput)) })
  .superRefine(({ ranges }, context) => {
    for (const [lineId, inputs] of Object.entries(ranges))
      for (const [input, given] of Object.entries(inputs))
        // Whether it is a share or money follows from the line, which is not known here.
        for (const { path, say } of faultsIn(given, input, 'count'))
          context.addIssue({ code: 'custom', path: ['ranges', lineId, input, ...path], params: { say } });
  });
export const KeepScenario = z.strictObject({ version: Version, scenario: ScenarioInput, why: Why });
export type KeepScenario = z.output<typeof KeepScenario>;

export const TakeAway = z.strictObject({ version: Version, why: Why });
export type TakeAway = z.output<typeof TakeAway>;

export const NewReview = z.strictObject({ version: z.int().min(1), note: Why });
export type NewReview = z.output<typeof NewReview>;
export const LineParams = z.object({ lineId: z.uuid() });
export const ScenarioParams = z.object({ scenarioId: z.uuid() });
export const Made = z.object({ id: z.uuid(), version: z.int() });
export const Kept = z.object({ version: z.int() });

export const FigureFound = z.object({
  name: z.string(),
  unit: FigureCard.shape.unit,
  value: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  n: z.number(),
  of: z.number(),
  from: Day,
  until: Day,
  /** The figure's own words for it. */
  sentence: z.string(),
});
export type FigureFound = z.output<typeof FigureFound>;

/** Proofs the share due may be taken from. */
export const ProofsOffered = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      figure: z.string(),
      verdict: Verdict,
      share: z.object(Three).nullable(),
      /** Why it gives no share. */
      lack: z.enum(['no_numbers', 'not_counted', 'nothing']).nullable(),
    }),
  ),
});
export type ProofsOffered = z.output<typeof ProofsOffered>;
