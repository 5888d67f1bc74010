import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const PROJECT = resolve(import.meta.dirname, '../..');

interface Diagnostic {
  readonly message: string;
  /** `house(stages)`, `typescript(no-floating-promises)`, … */
  readonly code?: string;
  readonly filename: string;
}

export interface Found {
  readonly path: string;
  readonly rule: string;
  readonly message: string;
}

function writeTree(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  // The very settings, rules and types of the project, so that a rule switched off by mistake is noticed.
  for (const name of ['.oxlintrc.json', 'tsconfig.base.json', 'tsconfig.json', 'package.json']) {
    copyFileSync(join(PROJECT, name), join(root, name));
  }
  symlinkSync(join(PROJECT, 'node_modules'), join(root, 'node_modules'));
  mkdirSync(join(root, 'tools'), { recursive: true });
  symlinkSync(join(PROJECT, 'tools', 'lint'), join(root, 'tools', 'lint'));
}

/** Only the files written: a link to node_modules is a folder like another to the linter. */
function runLinter(root: string, paths: readonly string[]): string {
  const linter = join(PROJECT, 'node_modules', 'oxlint', 'bin', 'oxlint');
  try {
    return execFileSync(process.execPath, [linter, '-f', 'json', ...paths], {
      cwd: root,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } catch (error) {
    // It ends with 1 whenever it finds something, which is what we are here for.
    return String((error as { readonly stdout: unknown }).stdout);
  }
}

/** Runs the real linter, with the project's own settings, on a made-up tree; answers what it found. */
export function lintTree(files: Readonly<Record<string, string>>): readonly Found[] {
  const root = mkdtempSync(join(tmpdir(), 'passerelle-lint-'));
  try {
    writeTree(root, files);
    const { diagnostics } = JSON.parse(runLinter(root, Object.keys(files))) as {
      readonly diagnostics: readonly Diagnostic[];
    };
    return diagnostics.map(({ filename, code = '', message }) => ({ path: filename, rule: code, message }));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
