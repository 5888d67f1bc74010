/** `npm run bench -- <name> [--flag value …]`: what the house costs, measured beside its rivals on the same machine, in one run. */
import { say } from './report.ts';

type Flags = Readonly<Record<string, string>>;

const BENCHES: Readonly<Record<string, () => Promise<{ readonly bench: (flags: Flags) => Promise<void> }>>> = {
  bridge: () => import('./bridge.ts'),
  cockpit: () => import('./cockpit.ts'),
  ingest: () => import('./ingest.ts'),
};

function flagsOf(args: readonly string[]): Flags {
  const flags: Record<string, string> = {};
  for (let at = 0; at < args.length; at += 2) flags[(args[at] ?? '').replace(/^--/, '')] = args[at + 1] ?? '';
  return flags;
}

const [name = '', ...args] = process.argv.slice(2);
const load = BENCHES[name];
if (load === undefined) {
  say(`npm run bench -- <${Object.keys(BENCHES).join(' | ')}> [--flag value …]`);
  process.exitCode = 2;
} else {
  const { bench } = await load();
  await bench(flagsOf(args));
}
