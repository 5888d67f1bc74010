import { describeConfig, readConfig } from '#app/config.ts';
import { EXIT, printJson, printLine, tellRefusal } from '#app/commands/terminal.ts';

/** Prints the settings in force, secrets hidden; refuses when one does not fit. */
export async function config(options: { readonly json?: boolean }): Promise<number> {
  const settings = describeConfig(process.env);
  if (options.json === true) printJson({ settings });
  else {
    const width = Math.max(...settings.map(({ name }) => name.length));
    for (const { name, value } of settings) printLine(`${name.padEnd(width)}  ${value ?? '–'}`);
  }
  const read = readConfig(process.env);
  return read.ok ? EXIT.done : tellRefusal(read.refusal);
}
