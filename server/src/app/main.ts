import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
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
import { EXIT, letReadersLeave, terminalLanguage } from '#app/commands/terminal.ts';
import { keepHeapSmall } from '#platform/memory/index.ts';
import { VERSION } from './version.ts';

const word = (name: string): string => say(terminalLanguage(), `cli/help_${name}`);
keepHeapSmall();
// What was made ready to run is kept for the next start; where nothing can be written, nothing is kept.
enableCompileCache(join(import.meta.dirname, '..', '..', '..', '.cache', 'compiled'));
letReadersLeave();
const program = new Command('passerelle')
  .description(word('passerelle'))
  .version(VERSION, '-V, --version', word('version'))
  .helpOption('-h, --help', word('help'))
  .helpCommand(false)
  .exitOverride()
  .showHelpAfterError()
  .configureHelp({ styleTitle: (title) => word(`title_${title.replace(':', '').toLowerCase()}`) });

// Each command is loaded when it is called: --help needs neither the base nor the engine.
add('serve').action(run(async () => (await import('#app/commands/serve.ts')).serve()));
inSpace(add('import'))
  .argument('<path>', word('import_path'))
  .requiredOption('--place <name>', word('import_place'))
  .option('--connector <id>', word('import_connector'))
  .option('--language <fr|en>', word('import_language'))
  .option('--option <field=column...>', word('import_option'))
  .action(
    run(async (path: string, options: ImportOptions) =>
      (await import('#app/commands/import.ts')).importExport(path, options),
    ),
  );
sliced(inSpace(add('figures')))
  .argument('[id]', word('figures_id'))
  .option('--channel <name...>', word('channel'))
  .action(
    run(async (id: string | undefined, options: FiguresOptions) =>
      (await import('#app/commands/figures.ts')).figures(id, options),
    ),
  );
sliced(inSpace(add('search')))
  .argument('<words...>', word('search_words'))
  .option('--limit <number>', word('limit'))
  .action(
    run(async (words: readonly string[], options: SearchOptions) =>
      (await import('#app/commands/search.ts')).search(words, options),
    ),
  );
inSpace(add('members'))
  .option('--q <words>', word('members_q'))
  .option('--place <name>', word('place'))
  .option('--kind <person|staff|bot>', word('members_kind'))
  .option('--order <latest|name|messages|first>', word('members_order'))
  .option('--limit <number>', word('limit'))
  .action(run(async (options: MembersOptions) => (await import('#app/commands/members.ts')).members(options)));
inSpace(add('export'), { json: false })
  .argument('<member-id>', word('member'))
  .argument('<file>', word('export_file'))
  .option('--format <json|csv>', word('export_format'))
  .action(
    run(async (id: string, file: string, options: ExportOptions) =>
      (await import('#app/commands/members.ts')).exportMember(id, file, options),
    ),
  );
inSpace(add('erase'))
  .argument('<member-id>', word('member'))
  .requiredOption('--name <name>', word('erase_name'))
  .option('--reason <asked_by_the_person|not_needed_any_more|other>', word('erase_reason'), 'asked_by_the_person')
  .action(
    run(async (id: string, options: EraseOptions) => (await import('#app/commands/members.ts')).erase(id, options)),
  );
inSpace(add('understand')).action(
  run(async (options: UnderstandOptions) => (await import('#app/commands/understand.ts')).understand(options)),
);
inSpace(add('verify'))
  .option('--rebuild', word('verify_rebuild'))
  .action(run(async (options: VerifyOptions) => (await import('#app/commands/verify.ts')).verify(options)));
add('demo')
  .option('--remove', word('demo_remove'))
  .option('--language <fr|en>', word('language'))
  .option('--json', word('json'))
  .action(run(async (options: DemoOptions) => (await import('#app/commands/demo.ts')).demo(options)));
const user = add('user');
add('add', user)
  .argument('<email>', word('user_email'))
  .requiredOption('--name <name>', word('user_name'))
  .requiredOption('--workspace-name <name>', word('user_workspace'))
  .option('--zone <zone>', word('user_zone'))
  .option('--language <fr|en>', word('language'))
  .option('--json', word('json'))
  .action(
    run(async (email: string, options: FirstUser) => (await import('#app/commands/user.ts')).addUser(email, options)),
  );
add('password', user)
  .argument('<email>', word('user_email'))
  .action(run(async (email: string) => (await import('#app/commands/user.ts')).givePassword(email)));
add('backup')
  .argument('<file>', word('backup_file'))
  .action(run(async (file: string) => (await import('#app/commands/backup.ts')).backup(file)));
add('restore')
  .argument('<file>', word('restore_file'))
  .action(run(async (file: string) => (await import('#app/commands/restore.ts')).restore(file)));
add('doctor')
  .option('--json', word('json'))
  .action(run(async (options: { json?: boolean }) => (await import('#app/commands/doctor.ts')).doctor(options)));
add('config')
  .option('--json', word('json'))
  .action(run(async (options: { json?: boolean }) => (await import('#app/commands/config.ts')).config(options)));

try {
  await program.parseAsync();
} catch (error) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!code.startsWith('commander.')) throw error;
  process.exitCode = ['commander.help', 'commander.helpDisplayed', 'commander.version'].includes(code)
    ? EXIT.done
    : EXIT.usage;
}

function add(name: string, group: Command = program): Command {
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
  command: (...args: Args) => Promise<number>,
): (...args: Args) => Promise<void> {
  return async (...args) => {
    process.exitCode = await command(...args);
  };
}
