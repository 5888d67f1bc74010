import type { GivenInput, ValueDeps } from '#cockpit/value/index.ts';
import { keepLine, keepScenario, keepSettings } from '#cockpit/value/index.ts';
import { versionAt } from '#cockpit/value/lookup.ts';
import type { Sheet } from '#cockpit/value/lookup.ts';
import type { By } from '#kernel/actor.ts';
import { addDays, dayIn } from '#kernel/day.ts';
import type { Language } from '#kernel/language.ts';
import type { Result } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import { settingsOf } from '#workspace/spaces/lookup.ts';
import { MADE_LINES, MADE_SCENARIOS } from './value-model.ts';
import type { MadeLine, MadeRange, MadeScenario } from './value-model.ts';

const SETTINGS = { currency: 'EUR', years: 3, rate: 0.04, shape: 'pert' } as const;
/** How long ago somebody said so. */
const SAID = -12;

/** Writes the made-up value model, line by line as a person would; done again after a kill, it writes no line twice. */
export async function makeValueModel(deps: ValueDeps, scope: Scope, by: By): Promise<void> {
  const { zone, language } = await deps.database.inScope(scope, settingsOf);
  const doing = { scope, by, language };
  const said = { language, on: addDays(dayIn(zone, deps.clock.now()), SAID) };
  const newest = () => deps.database.inScope(scope, (db) => versionAt(db));
  if ((await newest()) === undefined) must(await keepSettings(deps, doing, { version: 0, ...SETTINGS }));
  for (const made of MADE_LINES) {
    const before = await newest();
    if (before === undefined || before.sheet.lines.some(({ name }) => name === made.name[language])) continue;
    must(await keepLine(deps, doing, undefined, { version: before.number, line: lineOf(made, said) }));
  }
  for (const made of MADE_SCENARIOS) {
    const before = await newest();
    if (before === undefined || before.sheet.scenarios.some(({ name }) => name === made.name[language])) continue;
    const scenario = { name: made.name[language], ranges: rangesOf(made, before.sheet, said) };
    must(await keepScenario(deps, doing, undefined, { version: before.number, scenario }));
  }
}

function lineOf({ stream, name, event, inputs }: MadeLine, said: Said) {
  return {
    stream,
    name: name[said.language],
    event: event === undefined ? null : { kind: event, which: null },
    every: 'year' as const,
    inputs: givenOf(inputs, said),
  };
}

interface Said {
  readonly language: Language;
  readonly on: string;
}

function givenOf(ranges: Readonly<Record<string, MadeRange>>, { language, on }: Said): Record<string, GivenInput> {
  return Object.fromEntries(
    Object.entries(ranges).map(
      ([
        name,
        {
          three: [low, likely, high],
          who,
          from,
          note,
          figure,
        },
      ]) => {
        const asked = figure === undefined ? null : { figure, slice: {}, days: '365' as const };
        return [
          name,
          {
            low,
            likely,
            high,
            by: who[language],
            on,
            from,
            note: note?.[language] ?? null,
            figure: asked,
            proof: null,
          },
        ];
      },
    ),
  );
}

function rangesOf({ ranges }: MadeScenario, { lines }: Sheet, said: Said) {
  return Object.fromEntries(
    lines.flatMap(({ id, stream }) => {
      const own = ranges[stream];
      return own === undefined ? [] : [[id, givenOf(own, said)]];
    }),
  );
}

function must(kept: Result<unknown>): void {
  if (!kept.ok) throw new Error(`The value model of the demonstration is refused: ${kept.refusal.code}`);
}
