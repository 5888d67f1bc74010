import type { Formula, Inputs, Range, Spread } from '@passerelle/measure';
import {
  alongOne,
  breakEven,
  netPresentValue,
  payback,
  rangeQuantile,
  returnOn,
  simulate,
  tornado,
} from '@passerelle/measure';
import type { Lever, Outcome, SumInput, SumLine, Summed } from './model.ts';

/** Any number, so long as it stays: the same model gives the same numbers. */
const SEED = 20_260;
/** Lines, scenarios and the weight of each number are told more coarsely than the answer. */
const COARSER = 5;
/** How far a number may have to rise before it is no answer any more. */
const FAR = 100;

type Values = Readonly<Record<string, number>>;

/** Everything the page shows of a model, from its ranges. Pure; takes seconds, so it runs in a thread of its own. */
export function sumUp({ lines, others, draws, ...given }: SumInput): Summed {
  const { shape } = given;
  const inputs = inputsOf(lines, shape);
  const formulas = formulasOf(lines, given);
  const fewer = Math.ceil(draws / COARSER);
  const { outcomes } = simulate(inputs, formulas, { seed: SEED, draws, ranked: [] });
  const { shares } = simulate(inputs, { net: formulas.net }, { seed: SEED, draws: fewer });
  return {
    main: outcomeOf(outcomes),
    others: others.map((own) => {
      const run = { seed: SEED, draws: fewer, ranked: [] };
      return outcomeOf(simulate(inputsOf(own, shape), formulasOf(own, given), run).outcomes);
    }),
    middle: middleOf(inputs, formulas.net),
    levers: leversOf({ inputs, net: formulas.net, shares: shares['net'] ?? {} }, lines),
    lines: lines.map((line, n) => lineSpread(line, n, shape, fewer)),
  };
}

const nameOf = (line: number, input: string): string => `${String(line).padStart(2, '0')}.${input}`;

function inputsOf(lines: readonly SumLine[], shape: Range['shape']): Inputs {
  return Object.fromEntries(
    lines.flatMap(({ inputs }, n) =>
      Object.entries(inputs).map(([input, { low, likely, high }]) => [nameOf(n, input), { shape, low, likely, high }]),
    ),
  );
}

/** What a line is worth for one value of each of its inputs: their product, `anyway` by what it leaves. */
function amountOf(line: SumLine, n: number): Formula {
  const names = Object.keys(line.inputs).map((input) => ({ name: nameOf(n, input), isLeft: input === 'anyway' }));
  return (values) => {
    let product = 1;
    for (const { name, isLeft } of names) {
      const value = values[name] ?? Number.NaN;
      product *= isLeft ? 1 - value : value;
    }
    return product;
  };
}

type Horizon = Pick<SumInput, 'years' | 'rate'>;

/** What some lines come to together. */
function totalOf(lines: readonly SumLine[], side: SumLine['side'], every: SumLine['every']): Formula {
  const amounts = lines.flatMap((line, n) => (line.side === side && line.every === every ? [amountOf(line, n)] : []));
  return (values) => {
    let sum = 0;
    for (const amount of amounts) sum += amount(values);
    return sum;
  };
}

/** Once today, then the same at the end of each year. */
function flowsOf(once: number, yearly: number, years: number): number[] {
  return Array.from({ length: years + 1 }, (_, year) => (year === 0 ? once : yearly));
}

function formulasOf(lines: readonly SumLine[], { years, rate }: Horizon) {
  // What one a year is worth today, over all years: each draw then costs a product, not a list.
  const annuity = netPresentValue(flowsOf(0, 1, years), rate);
  const once = { in: totalOf(lines, 'in', 'once'), out: totalOf(lines, 'out', 'once') };
  const yearly = { in: totalOf(lines, 'in', 'year'), out: totalOf(lines, 'out', 'year') };
  const benefit: Formula = (values) => once.in(values) + annuity * yearly.in(values);
  const cost: Formula = (values) => once.out(values) + annuity * yearly.out(values);
  return {
    net: (values) => benefit(values) - cost(values),
    inward: benefit,
    outward: cost,
    roi: (values) => returnOn(benefit(values), cost(values)) ?? Infinity,
    payback: (values) =>
      payback(flowsOf(once.in(values) - once.out(values), yearly.in(values) - yearly.out(values), years)) ?? Infinity,
  } satisfies Readonly<Record<keyof Outcome, Formula>>;
}

function outcomeOf(outcomes: Readonly<Record<string, Spread>>): Outcome {
  const of = (name: keyof Outcome): Spread => {
    const spread = outcomes[name];
    if (spread === undefined) throw new Error('every formula has its outcome');
    return spread;
  };
  return { net: of('net'), inward: of('inward'), outward: of('outward'), roi: of('roi'), payback: of('payback') };
}

function lineSpread(line: SumLine, n: number, shape: Range['shape'], draws: number): Spread {
  const inputs = inputsOf([line], shape);
  const { outcomes } = simulate(inputs, { amount: amountOf(line, 0) }, { seed: SEED + n, draws, ranked: [] });
  const { amount } = outcomes;
  if (amount === undefined) throw new Error('every formula has its outcome');
  return amount;
}

function middleOf(inputs: Inputs, net: Formula): number {
  return net(Object.fromEntries(Object.entries(inputs).map(([name, range]) => [name, rangeQuantile(range, 0.5)])));
}

interface Moved {
  readonly inputs: Inputs;
  readonly net: Formula;
  readonly shares: Values;
}

function leversOf({ inputs, net, shares }: Moved, lines: readonly SumLine[]): readonly Lever[] {
  return tornado(inputs, net).flatMap(({ input: name, atP10, atP90 }): readonly Lever[] => {
    const [line, input] = [Number(name.slice(0, 2)), name.slice(3)];
    const [range, given] = [inputs[name], lines[line]?.inputs[input]];
    if (range === undefined || given === undefined) return [];
    const [middle, p10, p90] = [rangeQuantile(range, 0.5), rangeQuantile(range, 0.1), rangeQuantile(range, 0.9)];
    const slope = p90 > p10 ? (atP90 - atP10) / (p90 - p10) : 0;
    const isPaid = alongOne(inputs, net, name)(middle) > 0;
    const top = given.isShare ? 1 : given.high * FAR;
    // What pays may fall or grow dear until it no longer does; what does not pay yet must rise or become cheaper.
    const bounds = isPaid === slope > 0 ? { low: 0, high: middle } : { low: middle, high: top };
    const breaksAt = breakEven(inputs, net, name, bounds) ?? null;
    const { low, high } = given;
    return [{ line, input, low, middle, high, atP10, atP90, p10, p90, share: shares[name] ?? 0, slope, breaksAt }];
  });
}
