import { readFileSync } from 'node:fs';
import { z } from 'zod';

const file = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');

/** The version of the software, from package.json. */
export const VERSION = z.object({ version: z.string() }).parse(JSON.parse(file)).version;
