import { describeConfig, readConfig } from '#app/config.ts';
import { EXIT, tellRefusal } from '#app/commands/terminal.ts';

/** Prints the effective settings, secrets hidden; refuses when one does not fit. */
export async function config(): Promise<number> {
  const rows = describeConfig(process.env);
  const width = Math.max(...rows.map(([name]) => name.length));
  for (const [name, value] of rows) process.stdout.write(`${name.padEnd(width)}  ${value}\n`);
  const read = readConfig(process.env);
  return read.ok ? EXIT.done : tellRefusal(read.refusal);
}
