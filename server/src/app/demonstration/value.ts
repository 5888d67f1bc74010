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
import type { MadeRange, MadeScenario } from './value-model.ts';

const SETTINGS = { currency: 'EUR', years: 3, rate: 0.04, shape: 'pert' } as const;
/** How long ago somebody said so. */
const SAID = -12;

/** Writes the made-up value model, line by line as a person would; done again after a kill, it writes no line twice. */
export async function makeValueModel(deps: ValueDeps, scope: Scope, by: By): Promise<void> {
  const read = () => deps.database.inScope(scope, (db) => versionAt(db));
  const { zone, language } = await deps.database.inScope(scope, settingsOf);
  const doing = { scope, by, language };
  const said = { language, on: addDays(dayIn(zone, deps.clock.now()), SAID) };
  if ((await read()) === undefined) must(await keepSettings(deps, doing, { version: 0, ...SETTINGS }));
  for (const { stream, name, event, inputs } of MADE_LINES) {
    const before = await read();
    if (before?.sheet.lines.some((line) => line.name === name[language]) === true) continue;
    const line = {
      stream,
      name: name[language],
      event: event === undefined ? null : { kind: event, which: null },
      every: 'year' as const,
      inputs: givenOf(inputs, said),
    };
    must(await keepLine(deps, doing, undefined, { version: before?.number ?? 0, line }));
  }
  for (const made of MADE_SCENARIOS) {
    const before = await read();
    if (before === undefined || before.sheet.scenarios.some((one) => one.name === made.name[language])) continue;
    const scenario = { name: made.name[language], ranges: rangesOf(made, before.sheet, said) };
    must(await keepScenario(deps, doing, undefined, { version: before.number, scenario }));
  }
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
          { low, likely, high, by: who[language], on, from, note: note?.[language] ?? null, figure: asked },
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
