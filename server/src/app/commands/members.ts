import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { say } from '#platform/i18n/index.ts';
import type { Download } from '#platform/http/index.ts';
import { ask, askFor } from '#app/commands/asking.ts';
import { inSpace } from '#app/commands/command.ts';
import { idsOf } from '#app/commands/selection.ts';
import { EXIT, printJson, printLine, tell, tellRefusal, terminalLanguage } from '#app/commands/terminal.ts';

export interface MembersOptions {
  readonly workspace?: string;
  readonly json?: boolean;
  readonly q?: string;
  readonly place?: string;
  readonly kind?: string;
  readonly order?: string;
  readonly limit?: string;
}

const Member = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['person', 'staff', 'bot']),
  messages: z.number(),
  last: z.string().nullable(),
  erased: z.boolean(),
});
const Members = z.object({ items: z.array(Member), total: z.number() });

/** Prints members, latest first unless asked otherwise: id, kind, messages, day of the last, name. */
export function members(options: MembersOptions): Promise<number> {
  return inSpace(options.workspace, async (house, scope) => {
    const place = await idsOf(house, scope, 'place', options.place === undefined ? undefined : [options.place]);
    if (!place.ok) return tellRefusal(place.refusal);
    const { q, kind, order, limit } = options;
    const query = { q, kind, order, limit, place: place.value };
    const found = await askFor(house, scope, 'GET /api/v1/members', Members, { query });
    if (!found.ok) return tellRefusal(found.refusal);
    const { whole, shown } = found.value;
    if (options.json === true) printJson(whole);
    else tellMembers(shown);
    return EXIT.done;
  });
}

function tellMembers({ items, total }: z.output<typeof Members>): void {
  const language = terminalLanguage();
  for (const { id, name, kind, messages, last, erased } of items) {
    const what = say(language, erased ? 'cli/erased' : `cli/kind_${kind}`);
    printLine(`${id}  ${last ?? '–'.padEnd(10)}  ${String(messages).padStart(6)}  ${what.padEnd(9)}  ${name}`);
  }
  tell('cli/members_total', { total, shown: items.length });
}

export interface EraseOptions {
  readonly workspace?: string;
  readonly json?: boolean;
  readonly name: string;
  readonly reason: string;
}

const Erased = z.object({
  identities: z.number(),
  messages: z.number(),
  mentions: z.number(),
  leftAsWords: z.array(z.string()),
});

/** Erases a person everywhere; the exact name is asked for, since what is erased does not come back. */
export function erase(memberId: string, { workspace, json, name, reason }: EraseOptions): Promise<number> {
  return inSpace(workspace, async (house, scope) => {
    const key = 'POST /api/v1/members/{memberId}/erase';
    const done = await askFor(house, scope, key, Erased, { params: { memberId }, body: { name, reason } });
    if (!done.ok) return tellRefusal(done.refusal);
    const { identities, messages, mentions, leftAsWords } = done.value.shown;
    if (json === true) printJson(done.value.whole);
    else tell('cli/erase_done', { identities, messages, mentions });
    if (json !== true && leftAsWords.length > 0) tell('cli/erase_left', { names: leftAsWords.join(', ') });
    return EXIT.done;
  });
}

export interface ExportOptions {
  readonly workspace?: string;
  readonly format?: string;
}

/** Writes everything held about a person into a file that only its owner may read. */
export function exportMember(memberId: string, file: string, { workspace, format }: ExportOptions): Promise<number> {
  return inSpace(workspace, async (house, scope) => {
    const key = 'GET /api/v1/members/{memberId}/personal-data/export';
    const answer = await ask(house, scope, key, { params: { memberId }, query: { format } });
    if (!answer.ok) return tellRefusal(answer.refusal);
    if (!('download' in answer)) throw new Error(`${key} answers no file.`);
    const path = resolve(file);
    const isWritten = await writeWhole(path, answer.download.body);
    if (!isWritten.ok)
      return tellRefusal({ code: 'cli/cannot_write', details: { file: path, reason: isWritten.reason } });
    tell('cli/export_done', { file: path });
    return EXIT.done;
  });
}

type Written = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** The file appears under its name only once it is whole. */
async function writeWhole(path: string, body: Download['body']): Promise<Written> {
  const draft = `${path}.part`;
  try {
    await pipeline(body, createWriteStream(draft, { mode: 0o600 }));
    await rename(draft, path);
    return { ok: true };
  } catch (error) {
    await rm(draft, { force: true });
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return { ok: false, reason: error.message };
  }
}
