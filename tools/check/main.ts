import { dependencies } from './dependencies.ts';
import { names, sizes, sqlClock, suppressions } from './files.ts';
import { budget, lockFile } from './lock.ts';
import { PROGRAMS } from './programs.ts';
import type { Check, Tree } from './tree.ts';
import { treeOf } from './tree.ts';
import { words } from './words.ts';

const CHECKS: readonly Check[] = [
  ...PROGRAMS,
  dependencies,
  budget,
  lockFile,
  sizes,
  names,
  suppressions,
  sqlClock,
  words,
];

interface Outcome {
  readonly check: Check;
  readonly findings: readonly string[];
  readonly seconds: number;
}

async function examine(check: Check, tree: Tree): Promise<Outcome> {
  const start = performance.now();
  const findings = await check.run(tree);
  return { check, findings, seconds: (performance.now() - start) / 1000 };
}

function show({ check, findings, seconds }: Outcome): void {
  const count = findings.length === 0 ? '' : `  ${String(findings.length)} to mend`;
  console.log(`${findings.length === 0 ? '✓' : '✗'} ${check.name}  ${seconds.toFixed(1)} s${count}`);
  for (const finding of findings) console.log(`    ${finding}`);
}

/** Runs every check, says what each found, and answers how many found something. The programs run side by side. */
export async function checkAll(root: string): Promise<number> {
  const tree = treeOf(root);
  const running = CHECKS.map((check) => examine(check, tree));
  let failed = 0;
  for (const one of running) {
    const outcome = await one;
    show(outcome);
    if (outcome.findings.length > 0) failed += 1;
  }
  return failed;
}
