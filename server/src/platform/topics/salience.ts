import type { Salient, TextHead, Unit, UnitTexts } from './model.ts';
import { byText, isShared } from './units.ts';

/** How much being kept to few conversations weighs beside being said again and again in a text. */
const TALKS_WEIGH = 0.5;
/** A unit said in more texts than this share of all is the air of the place, not a topic. */
const AIR = 0.25;
/** Two words that belong together seldom do so by accident. */
const PAIR_BONUS = 0.2;
/** A unit that is a thing in less than this part of the usual measure is a verb, a quality or a name. */
const THING = 0.5;
/** How much being a thing weighs beside coming in clusters. */
const THING_WEIGHS = 0.3;
/** Among fewer words than this, most may well be about something: the background is then looked for lower. */
const MANY = 60;

/**
 * The units that are about something, best first. A word of all subjects is spread over the texts as chance would have
 * it; a subject comes in clusters: said several times in a text, in some conversations and not in others. The background
 * is the community itself: what lies above the middle of its own words is salient.
 */
export function salientUnits(texts: readonly TextHead[], { units }: UnitTexts, most: number): readonly Salient[] {
  const all = texts.length;
  const sizes = talkSizes(texts);
  const known = units.flatMap((unit, number) =>
    isShared(unit, all) && unit.texts <= AIR * all && unit.thing >= THING
      ? [{ number, unit, bits: clustering(unit, all, sizes) }]
      : [],
  );
  const middle = quantileOf(
    known.map(({ bits }) => bits),
    0.5 * Math.min(1, known.length / MANY),
  );
  return known
    .map(({ number, unit, bits }) => ({ unit: number, score: scoreOf(unit, bits - middle) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || byText(units[a.unit]?.key, units[b.unit]?.key))
    .slice(0, most);
}

function scoreOf({ texts, thing, stems }: Unit, above: number): number {
  return Math.sqrt(texts) * (above + THING_WEIGHS * thing + (stems.length > 1 ? PAIR_BONUS : 0));
}

type Sizes = readonly (readonly [size: number, talks: number])[];

/** Residual idf, the bits by which a unit is in fewer texts than chance would spread it over, and the same by talks. */
function clustering(unit: Unit, all: number, sizes: Sizes): number {
  const inTexts = Math.log2(1 - Math.exp(-unit.times / all)) - Math.log2(unit.texts / all);
  let expected = 0;
  for (const [size, talks] of sizes) expected += talks * (1 - (1 - size / all) ** unit.texts);
  return inTexts + TALKS_WEIGH * Math.log2(expected / unit.talks);
}

/** How many talks there are of each size. */
function talkSizes(texts: readonly TextHead[]): Sizes {
  const sizes = new Map<number, number>();
  for (const { talk } of texts) sizes.set(talk, (sizes.get(talk) ?? 0) + 1);
  const counts = new Map<number, number>();
  for (const size of sizes.values()) counts.set(size, (counts.get(size) ?? 0) + 1);
  return [...counts];
}

function quantileOf(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? 0;
}
