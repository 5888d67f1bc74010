import type { Language } from '#kernel/language.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import { systemClock } from '#platform/clock/index.ts';
import { say } from '#platform/i18n/index.ts';
import type { DemonstrationDeps } from '#app/demonstration/service.ts';
import { buildDemonstration, removeDemonstration } from '#app/demonstration/service.ts';
import type { House } from '#app/house.ts';
import { inHouse } from '#app/commands/command.ts';
import { EXIT, printJson, tell, tellRefusal, terminalLanguage } from '#app/commands/terminal.ts';

export interface DemoOptions {
  readonly remove?: boolean;
  readonly json?: boolean;
  readonly language?: Language;
}

interface DemoSpace {
  readonly id: string;
  readonly slug: string;
}

/** Opens the demonstration in a workspace of its own, or goes on with one that was cut; `remove` takes it away. */
export function demo({ remove, json, language }: DemoOptions): Promise<number> {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  return inHouse(async ({ house }) => {
    if (remove === true) return removeDemo(house);
    const space = await demoSpace(house, language ?? terminalLanguage());
    if (!space.ok) return tellRefusal(space.refusal);
    const { id, slug } = space.value;
    if (json !== true) tell('cli/demo_building');
    await buildDemonstration(depsOf(house), { workspaceId: id }, stopping.signal);
    if (json === true) printJson({ slug });
    else tell(stopping.signal.aborted ? 'cli/demo_cut' : 'cli/demo_done', { slug });
    return stopping.signal.aborted ? EXIT.stopped : EXIT.done;
  });
}

async function removeDemo(house: House): Promise<number> {
  const space = await findDemo(house);
  if (space === undefined) return tellRefusal({ code: 'cli/no_demo' });
  const removed = await removeDemonstration(depsOf(house), { workspaceId: space.id });
  if (!removed.ok) return tellRefusal(removed.refusal);
  tell('cli/demo_removed');
  return EXIT.done;
}

function findDemo({ database }: House): Promise<DemoSpace | undefined> {
  const spaces = database.installation.selectFrom('workspace').select(['id', 'slug']);
  return spaces.where('is_demo', '=', true).orderBy('created_at').executeTakeFirst();
}

/** The demonstration there is, else a new one of whoever first came to run this installation. */
async function demoSpace(house: House, language: Language): Promise<Result<DemoSpace>> {
  const found = await findDemo(house);
  if (found !== undefined) return yes(found);
  const people = house.database.installation.selectFrom('person').select('id').where('operator', '=', true);
  const operator = await people.orderBy('created_at').executeTakeFirst();
  if (operator === undefined) return no('cli/no_people');
  const asked = { name: say(language, 'cli/demo_name'), zone: 'Europe/Paris', language, isDemo: true };
  return house.workspace.spaces.open(operator.id, asked);
}

function depsOf({ config, database, workspace, community, cockpit }: House): DemonstrationDeps {
  const { dataFolder } = config;
  const { value, proof } = cockpit;
  const brought = { spaces: workspace.spaces, imports: community.imports, value, proof };
  return { dataFolder, database, clock: systemClock, ...brought };
}
