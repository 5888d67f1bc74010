import { Readable } from 'node:stream';
import { commandLine } from '#app/commands/program.ts';
import { letReadersLeave } from '#app/commands/terminal.ts';
import type { Order } from './commands.ts';

/**
 * The command line as a process that does one command after the other, each with the settings and the standard input it
 * is told, as a process of its own would; its output goes where a process's output goes.
 */
letReadersLeave();
process.on('message', (order: Order) => void obey(order));
process.send?.('ready');

async function obey({ args, settings, input }: Order): Promise<void> {
  process.env = { ...settings };
  Object.defineProperty(process, 'stdin', { value: Readable.from([input]), configurable: true });
  const before = process.listeners('SIGINT').length + process.listeners('SIGTERM').length;
  const code = await commandLine(args);
  // A process that ends forgets whom its signals would have stopped.
  if (process.listeners('SIGINT').length + process.listeners('SIGTERM').length > before) {
    process.removeAllListeners('SIGINT');
    process.removeAllListeners('SIGTERM');
  }
  await Promise.all([said(process.stdout), said(process.stderr)]);
  process.send?.(code);
}

/** Marks in the stream where the command ended. */
function said(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write('\0', () => resolve());
  });
}
