import { writeSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

/** Opens a copy for figures as another process would, leaves a write unfinished, says so, and stays until killed. */
const [, , path = ''] = process.argv;
const instance = await DuckDBInstance.create(path);
const connection = await instance.connect();
await connection.run('begin transaction');
await connection.run("delete from plain_message where true; update copy_of set cursor = '999999999'");
writeSync(1, 'held\n');
setInterval(() => {}, 1000);
