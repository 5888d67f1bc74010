import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { Check, Tree } from './tree.ts';

interface Ended {
  readonly code: number;
  readonly output: string;
}

/** Runs a program of node_modules under this same Node. */
function runTool(tree: Tree, script: string, args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const command = [join(tree.root, 'node_modules', script), ...args];
    const options = { cwd: tree.root, maxBuffer: 64 * 1024 * 1024, env: { ...process.env, NO_COLOR: '1' } };
    execFile(process.execPath, command, options, (error, stdout, stderr) => {
      const failed = typeof error?.code === 'number' ? error.code : 1;
      resolve({ code: error === null ? 0 : failed, output: `${stdout}${stderr}` });
    });
  });
}

/** The program's own lines, when it fails; what it says besides findings is left out. */
function toolCheck(name: string, script: string, args: readonly string[], noise: RegExp): Check {
  return {
    name,
    async run(tree) {
      const { code, output } = await runTool(tree, script, args);
      if (code === 0) return [];
      const lines = output.split('\n').filter((line) => line.trim() !== '' && !noise.test(line));
      return lines.length > 0 ? lines : [`${script} ended with ${String(code)} and said nothing`];
    },
  };
}

const types = (name: string, project: string): Check =>
  toolCheck(name, 'typescript/bin/tsc', ['-p', project, '--pretty', 'false'], /^$/);

export const PROGRAMS: readonly Check[] = [
  types('types (server, packages, tools)', 'tsconfig.json'),
  types('types (web)', 'web/tsconfig.json'),
  types('types (browser tests)', 'e2e/tsconfig.json'),
  types('types (scripts)', 'tools/tsconfig.scripts.json'),
  toolCheck(
    'lint and the plan of the house',
    'oxlint/bin/oxlint',
    ['-f', 'unix', '--deny-warnings'],
    /^\d+ problems?$/,
  ),
  toolCheck('format', 'oxfmt/bin/oxfmt', ['--check'], /^(Checking formatting|Format issues found|Finished in)/),
];
