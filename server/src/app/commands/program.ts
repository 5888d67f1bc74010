import { Command } from 'commander';
import { say } from '#platform/i18n/index.ts';
import type { DemoOptions } from '#app/commands/demo.ts';
import type { FiguresOptions } from '#app/commands/figures.ts';
import type { ImportOptions } from '#app/commands/import.ts';
import type { EraseOptions, ExportOptions, MembersOptions } from '#app/commands/members.ts';
import type { SearchOptions } from '#app/commands/search.ts';
import type { FirstUser } from '#app/commands/user.ts';
import type { UnderstandOptions } from '#app/commands/understand.ts';
import type { VerifyOptions } from '#app/commands/verify.ts';
import { EXIT, terminalLanguage } from '#app/commands/terminal.ts';
import { VERSION } from '#app/version.ts';

const word = (name: string): string => say(terminalLanguage(), `cli/help_${name}`);

/** The commands, and what the one that was called came to: its exit code. */
interface Called {
  readonly program: Command;
  code: number;
}

/** Does what the words of a command line ask, in the language of the terminal; answers the exit code. */
export async function commandLine(words: readonly string[]): Promise<number> {
  const called: Called = { program: emptyProgram(), code: EXIT.done };
  addServing(called);
  addReading(called);
  addMembers(called);
  addPeople(called);
  addKeeping(called);
  try {
    await called.program.parseAsync(words, { from: 'user' });
    return called.code;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!code.startsWith('commander.')) throw error;
    return ['commander.help', 'commander.helpDisplayed', 'commander.version'].includes(code) ? EXIT.done : EXIT.usage;
  }
}

function emptyProgram(): Command {
  return new Command('passerelle')
    .description(word('passerelle'))
    .version(VERSION, '-V, --version', word('version'))
    .helpOption('-h, --help', word('help'))
    .helpCommand(false)
    .exitOverride()
    .showHelpAfterError()
    .configureHelp({ styleTitle: (title) => word(`title_${title.replace(':', '').toLowerCase()}`) });
}

// Each command is loaded when it is called: --help needs neither the base nor the engine.

function addServing(called: Called): void {
  add(called, 'serve').action(run(called, async () => (await import('#app/commands/serve.ts')).serve()));
  add(called, 'demo')
    .option('--remove', word('demo_remove'))
    .option('--language <fr|en>', word('language'))
    .option('--json', word('json'))
    .action(run(called, async (options: DemoOptions) => (await import('#app/commands/demo.ts')).demo(options)));
}

function addReading(called: Called): void {
  inSpace(add(called, 'import'))
    .argument('<path>', word('import_path'))
    .requiredOption('--place <name>', word('import_place'))
    .option('--connector <id>', word('import_connector'))
    .option('--language <fr|en>', word('import_language'))
    .option('--option <field=column...>', word('import_option'))
    .action(
      run(called, async (path: string, options: ImportOptions) =>
        (await import('#app/commands/import.ts')).importExport(path, options),
      ),
    );
  sliced(inSpace(add(called, 'figures')))
    .argument('[id]', word('figures_id'))
    .option('--channel <name...>', word('channel'))
    .action(
      run(called, async (id: string | undefined, options: FiguresOptions) =>
        (await import('#app/commands/figures.ts')).figures(id, options),
      ),
    );
  sliced(inSpace(add(called, 'search')))
    .argument('<words...>', word('search_words'))
    .option('--limit <number>', word('limit'))
    .action(
      run(called, async (words: readonly string[], options: SearchOptions) =>
        (await import('#app/commands/search.ts')).search(words, options),
      ),
    );
  inSpace(add(called, 'understand')).action(
    run(called, async (options: UnderstandOptions) =>
      (await import('#app/commands/understand.ts')).understand(options),
    ),
  );
}

function addMembers(called: Called): void {
  inSpace(add(called, 'members'))
    .option('--q <words>', word('members_q'))
    .option('--place <name>', word('place'))
    .option('--kind <person|staff|bot>', word('members_kind'))
    .option('--order <latest|name|messages|first>', word('members_order'))
    .option('--limit <number>', word('limit'))
    .action(
      run(called, async (options: MembersOptions) => (await import('#app/commands/members.ts')).members(options)),
    );
  inSpace(add(called, 'export'), { json: false })
    .argument('<member-id>', word('member'))
    .argument('<file>', word('export_file'))
    .option('--format <json|csv>', word('export_format'))
    .action(
      run(called, async (id: string, file: string, options: ExportOptions) =>
        (await import('#app/commands/members.ts')).exportMember(id, file, options),
      ),
    );
  inSpace(add(called, 'erase'))
    .argument('<member-id>', word('member'))
    .requiredOption('--name <name>', word('erase_name'))
    .option('--reason <asked_by_the_person|not_needed_any_more|other>', word('erase_reason'), 'asked_by_the_person')
    .action(
      run(called, async (id: string, options: EraseOptions) =>
        (await import('#app/commands/members.ts')).erase(id, options),
      ),
    );
}

function addPeople(called: Called): void {
  const user = add(called, 'user');
  add(called, 'add', user)
    .argument('<email>', word('user_email'))
    .requiredOption('--name <name>', word('user_name'))
    .requiredOption('--workspace-name <name>', word('user_workspace'))
    .option('--zone <zone>', word('user_zone'))
    .option('--language <fr|en>', word('language'))
    .option('--json', word('json'))
    .action(
      run(called, async (email: string, options: FirstUser) =>
        (await import('#app/commands/user.ts')).addUser(email, options),
      ),
    );
  add(called, 'password', user)
    .argument('<email>', word('user_email'))
    .action(run(called, async (email: string) => (await import('#app/commands/user.ts')).givePassword(email)));
}

function addKeeping(called: Called): void {
  inSpace(add(called, 'verify'))
    .option('--rebuild', word('verify_rebuild'))
    .action(run(called, async (options: VerifyOptions) => (await import('#app/commands/verify.ts')).verify(options)));
  add(called, 'backup')
    .argument('<file>', word('backup_file'))
    .action(run(called, async (file: string) => (await import('#app/commands/backup.ts')).backup(file)));
  add(called, 'restore')
    .argument('<file>', word('restore_file'))
    .action(run(called, async (file: string) => (await import('#app/commands/restore.ts')).restore(file)));
  add(called, 'doctor')
    .option('--json', word('json'))
    .action(
      run(called, async (options: { json?: boolean }) => (await import('#app/commands/doctor.ts')).doctor(options)),
    );
  add(called, 'config')
    .option('--json', word('json'))
    .action(
      run(called, async (options: { json?: boolean }) => (await import('#app/commands/config.ts')).config(options)),
    );
}

function add({ program }: Called, name: string, group: Command = program): Command {
  const path = group === program ? name : `${group.name()}_${name}`;
  return group.command(name).description(word(path)).helpOption('-h, --help', word('help')).helpCommand(false);
}

/** A command of one workspace, that prints data for people or for machines. */
function inSpace(command: Command, { json = true } = {}): Command {
  command.option('--workspace <slug>', word('workspace'));
  return json ? command.option('--json', word('json')) : command;
}

/** A command over some places and days. */
function sliced(command: Command): Command {
  return command
    .option('--place <name...>', word('place'))
    .option('--from <day>', word('from'))
    .option('--until <day>', word('until'));
}

/** A command answers its exit code; nothing ends the process by force, so that everything can close. */
function run<Args extends readonly unknown[]>(
  called: Called,
  command: (...args: Args) => Promise<number>,
): (...args: Args) => Promise<void> {
  return async (...args) => {
    called.code = await command(...args);
  };
}
