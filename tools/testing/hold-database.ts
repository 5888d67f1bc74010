import { openDatabase } from '#platform/db/index.ts';
import { silentLog } from '#platform/log/index.ts';

/** A process to be killed by tests: opens the base at a URL with the given migrations, says what came of it and waits. */
const [url = '', migrationsFolder = ''] = process.argv.slice(2);
const opened = await openDatabase({ url, migrationsFolder, dataFolder: '', log: silentLog });
console.log(JSON.stringify(opened.ok || opened));
setInterval(() => {}, 60_000);
