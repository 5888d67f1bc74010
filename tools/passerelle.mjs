#!/usr/bin/env node
// The command line: the server's own TypeScript under a Node that runs it, whichever Node the machine has.
import { spawn } from 'node:child_process';
import process from 'node:process';
import { serverNode } from './setup/node.mjs';
import { prepare } from './setup/prepare.mjs';
import { inside } from './setup/root.mjs';

const args = process.argv.slice(2);

if (await prepare({ web: args[0] === 'serve' })) {
  const child = spawn(serverNode() ?? process.execPath, [inside('server', 'src', 'app', 'main.ts'), ...args], {
    stdio: 'inherit',
  });
  // In a terminal Ctrl-C reaches both of us; a second copy of the signal must not hurry the child's graceful stop.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
  child.on('close', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
} else {
  process.exitCode = 1;
}
