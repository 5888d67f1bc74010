import { Command } from 'commander';
import { EXIT } from '#app/commands/command.ts';
import { backup } from '#app/commands/backup.ts';
import { config } from '#app/commands/config.ts';
import { doctor } from '#app/commands/doctor.ts';
import { restore } from '#app/commands/restore.ts';
import { serve } from '#app/commands/serve.ts';
import { VERSION } from './version.ts';

const program = new Command('passerelle').version(VERSION).exitOverride().showHelpAfterError();

program.command('serve').description('open the house and stay until stopped (Ctrl-C)').action(run(serve));
program
  .command('backup')
  .argument('<file>', 'where to write it, for example passerelle-2026-11-22.tar.gz')
  .description('write everything into one checked file, while others go on working')
  .action(run(backup));
program
  .command('restore')
  .argument('<file>', 'a file made by `passerelle backup`')
  .description('put a backup into an empty installation')
  .action(run(restore));
program
  .command('doctor')
  .option('--json', 'for machines')
  .description('look at what this installation needs and say what is wrong')
  .action(run(doctor));
program.command('config').description('print the effective settings, secrets hidden').action(run(config));

try {
  await program.parseAsync();
} catch (error) {
  const code = (error as { code?: string }).code ?? '';
  if (!code.startsWith('commander.')) throw error;
  process.exitCode = ['commander.help', 'commander.helpDisplayed', 'commander.version'].includes(code)
    ? EXIT.done
    : EXIT.usage;
}

/** A command answers its exit code; nothing ends the process by force, so that everything can close. */
function run<Args extends readonly unknown[]>(
  command: (...args: Args) => Promise<number>,
): (...args: Args) => Promise<void> {
  return async (...args) => {
    process.exitCode = await command(...args);
  };
}
