import { Command } from 'commander';
import { VERSION } from './version.ts';

const USAGE = 2;
const program = new Command('passerelle').version(VERSION).exitOverride().showHelpAfterError();

// Each command is loaded when it is called: --help needs neither the base nor the engine.
program
  .command('serve')
  .description('open the house and stay until stopped (Ctrl-C)')
  .action(run(async () => (await import('#app/commands/serve.ts')).serve()));
program
  .command('import')
  .argument('<path>', 'a folder, an archive or a file')
  .requiredOption('--place <name>', 'the place it goes to; made when there is none of that name')
  .option('--workspace <slug>', 'needed when there are several')
  .option('--connector <id>', 'what the export is, when it is not recognised')
  .option('--language <fr|en>', 'the language most people write in there')
  .option('--option <field=column...>', 'for a table: which column says what')
  .option('--json', 'for machines')
  .description('read an export into a place')
  .action(
    run(async (path: string, options: Parameters<typeof import('#app/commands/import.ts').importExport>[1]) =>
      (await import('#app/commands/import.ts')).importExport(path, options),
    ),
  );
program
  .command('verify')
  .option('--workspace <slug>', 'needed when there are several')
  .option('--rebuild', 'make the copy for figures anew first')
  .option('--json', 'for machines')
  .description('compute every figure on both engines and print the differences (none)')
  .action(
    run(async (options: Parameters<typeof import('#app/commands/verify.ts').verify>[0]) =>
      (await import('#app/commands/verify.ts')).verify(options),
    ),
  );
program
  .command('password')
  .argument('<email>', 'of somebody who signs in here')
  .description('give somebody a new password, read from standard input')
  .action(run(async (email: string) => (await import('#app/commands/user.ts')).givePassword(email)));
program
  .command('backup')
  .argument('<file>', 'where to write it, for example passerelle-2026-11-22.tar.gz')
  .description('write everything into one checked file')
  .action(run(async (file: string) => (await import('#app/commands/backup.ts')).backup(file)));
program
  .command('restore')
  .argument('<file>', 'a file made by `passerelle backup`')
  .description('put a backup into an empty installation')
  .action(run(async (file: string) => (await import('#app/commands/restore.ts')).restore(file)));
program
  .command('doctor')
  .option('--json', 'for machines')
  .description('look at what this installation needs and say what is wrong')
  .action(run(async (options: { json?: boolean }) => (await import('#app/commands/doctor.ts')).doctor(options)));
program
  .command('config')
  .description('print the effective settings, secrets hidden')
  .action(run(async () => (await import('#app/commands/config.ts')).config()));

try {
  await program.parseAsync();
} catch (error) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!code.startsWith('commander.')) throw error;
  process.exitCode = ['commander.help', 'commander.helpDisplayed', 'commander.version'].includes(code) ? 0 : USAGE;
}

/** A command answers its exit code; nothing ends the process by force, so that everything can close. */
function run<Args extends readonly unknown[]>(
  command: (...args: Args) => Promise<number>,
): (...args: Args) => Promise<void> {
  return async (...args) => {
    process.exitCode = await command(...args);
  };
}
