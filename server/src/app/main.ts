import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// What was made ready to run is kept for the next start; where nothing can be written, nothing is kept. What is read
// before this line is made ready each time: hence nothing is.
enableCompileCache(join(import.meta.dirname, '..', '..', '..', '.cache', 'compiled'));
const [{ keepHeapSmall }, { letReadersLeave }, { commandLine }] = await Promise.all([
  import('#platform/memory/index.ts'),
  import('#app/commands/terminal.ts'),
  import('#app/commands/program.ts'),
]);
keepHeapSmall();
letReadersLeave();
process.exitCode = await commandLine(process.argv.slice(2));
