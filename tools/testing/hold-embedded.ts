import { openEmbedded } from '#platform/embedded/index.ts';
import { silentLog } from '#platform/log/index.ts';

/** A process to be killed by tests: opens the folder it is given, says what came of it and waits. */
const opened = await openEmbedded({ dataFolder: process.argv[2] ?? '', log: silentLog });
console.log(JSON.stringify(opened));
if (opened.ok) setInterval(() => {}, 60_000);
