import { z } from 'zod';
import { inWords, UNITS } from '#cockpit/figures/index.ts';
import type { Result } from '#kernel/result.ts';
import { yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import { say } from '#platform/i18n/index.ts';
import type { House } from '#app/house.ts';
import type { Question } from '#app/commands/asking.ts';
import { askFor } from '#app/commands/asking.ts';
import { inSpace } from '#app/commands/command.ts';
import { idsOf } from '#app/commands/selection.ts';
import { EXIT, printJson, printLine, tellRefusal, terminalLanguage } from '#app/commands/terminal.ts';

export interface FiguresOptions {
  readonly workspace?: string;
  readonly json?: boolean;
  readonly from?: string;
  readonly until?: string;
  readonly place?: readonly string[];
  readonly channel?: readonly string[];
}

const Value = z.discriminatedUnion('state', [
  z.object({ state: z.literal('value'), value: z.number().nullable() }),
  z.object({ state: z.literal('too_few'), n: z.number(), of: z.number() }),
  z.object({ state: z.literal('unavailable') }),
]);

/** What of a figure's answer is told here. */
const Told = z.object({
  figure: z.object({ id: z.string(), name: z.string(), unit: z.enum(UNITS) }),
  window: z.object({ from: z.string(), until: z.string() }),
  value: Value,
  sentence: z.string(),
});
type Told = z.output<typeof Told>;
const Panel = z.object({ items: z.array(Told) });

/** Prints one figure, or all of them: value, unit and the sentence that says what it means or why there is none. */
export function figures(id: string | undefined, options: FiguresOptions): Promise<number> {
  return inSpace(options.workspace, async (house, scope) => {
    const query = await queryOf(house, scope, options);
    if (!query.ok) return tellRefusal(query.refusal);
    const asked =
      id === undefined
        ? await askFor(house, scope, 'GET /api/v1/figures/panel', Panel, { query: query.value })
        : await askFor(house, scope, 'GET /api/v1/figures/{figureId}', Told, {
            params: { figureId: id },
            query: query.value,
          });
    if (!asked.ok) return tellRefusal(asked.refusal);
    const { whole, shown } = asked.value;
    if (options.json === true) printJson(whole);
    else tellFigures('items' in shown ? shown.items : [shown]);
    return EXIT.done;
  });
}

async function queryOf(
  house: House,
  scope: Scope,
  { from, until, place, channel }: FiguresOptions,
): Promise<Result<NonNullable<Question['query']>>> {
  const places = await idsOf(house, scope, 'place', place);
  if (!places.ok) return places;
  const channels = await idsOf(house, scope, 'channel', channel);
  return channels.ok ? yes({ from, until, place: places.value, channel: channels.value }) : channels;
}

function tellFigures(answers: readonly Told[]): void {
  const language = terminalLanguage();
  const [first] = answers;
  if (first === undefined) return;
  printLine(say(language, 'cli/figures_window', first.window));
  for (const { figure, value, sentence } of answers) {
    printLine(`\n${figure.name} (${figure.id})\n  ${valueInWords(value, figure.unit)}\n  ${sentence}`);
  }
}

/** A value that is not there is said so: never 0. */
function valueInWords(value: Told['value'], unit: Told['figure']['unit']): string {
  const language = terminalLanguage();
  if (value.state === 'unavailable') return say(language, 'cli/figure_unavailable');
  if (value.state === 'too_few') return say(language, 'cli/figure_too_few', { n: value.n, of: value.of });
  if (value.value === null) return say(language, 'cli/figure_beyond');
  return inWords(unit, value.value, language);
}
