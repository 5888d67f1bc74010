import { z } from 'zod';
import type { Language } from '#kernel/language.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import { CSV_START, csvLine } from '#platform/files/csv.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import { countTexts } from './lookup.ts';
import { namesOf, wholeWord } from './rules.ts';
import type { ErasureDeps } from './service.ts';
import { erasePerson } from './service.ts';
import type { ExportedMessage } from './views.ts';
import * as views from './views.ts';
import * as wire from './wire.ts';

const MemberParams = z.object({ memberId: z.uuid() });
const PAGE = 1_000;
/** Mentions are counted up to here on the card. */
const MOST_MENTIONS = 1_000;

/** The personal-data card of a member: what is held, take it away, erase it. */
export function erasureRoutes(deps: ErasureDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/members/{memberId}/personal-data',
      summary: 'What is held about one person, in numbers',
      params: MemberParams,
      answer: wire.PersonalData,
      handle: ({ scope, params }) =>
        deps.database.inScope(scope, async (db) => {
          const row = await views.held(db, params.memberId);
          if (row === undefined) return no('http/not_found');
          const names = namesOf(row.names).map(wholeWord);
          const mentions = names.length === 0 ? 0 : await countTexts(db, names.join('|'), MOST_MENTIONS);
          return yes({ ...counts(row), mentions, collected: collected(row) });
        }),
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/members/{memberId}/personal-data/export',
      summary: 'Everything held about one person, for that person',
      params: MemberParams,
      query: wire.ExportQuery,
      handle: async ({ scope, params, query, language }) => {
        const person = await deps.database.inScope(scope, (db) => views.exportedPerson(db, params.memberId));
        if (person === undefined) return no('http/not_found');
        const messages = allMessages(deps, scope, params.memberId);
        const download =
          query.format === 'json'
            ? { body: asJson(person, messages), contentType: 'application/json', fileName: `${params.memberId}.json` }
            : {
                body: asCsv(messages, language),
                contentType: 'text/csv; charset=utf-8',
                fileName: `${params.memberId}.csv`,
              };
        return { ok: true, download };
      },
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/members/{memberId}/erase',
      summary: 'Erase a person: name, texts and identities, everywhere',
      params: MemberParams,
      body: wire.Erasure,
      answer: wire.ErasureDone,
      handle: ({ scope, by, params, body }) => erasePerson(deps, scope, by, params.memberId, body),
    }),
  ];
}

function counts({
  identities,
  messages,
  reactions,
  raws,
}: views.HeldRow): Omit<wire.PersonalData, 'mentions' | 'collected'> {
  return { identities, messages, reactions, raws };
}

function collected(row: views.HeldRow): wire.PersonalData['collected'] {
  const kinds: wire.PersonalData['collected'] = ['handle'];
  if (row.has_name) kinds.push('name');
  if (row.has_email) kinds.push('email');
  if (row.messages > 0) kinds.push('text');
  if (row.reactions > 0) kinds.push('reaction');
  return kinds;
}

/** All messages of a member, a page of rows in memory at a time. */
async function* allMessages(deps: ErasureDeps, scope: Scope, memberId: string): AsyncGenerator<ExportedMessage> {
  let after: { sortAt: Date; id: string } | undefined;
  for (;;) {
    const rows = await deps.database.inScope(scope, (db) => views.exportedMessages(db, memberId, after, PAGE));
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = { sortAt: last.sort_at, id: last.id };
  }
}

function exported(message: ExportedMessage): Record<string, string | null> {
  const { id, place, channel, thread, format, text, url } = message;
  return { id, date: message.day ?? message.at?.toISOString() ?? null, place, channel, thread, format, text, url };
}

async function* asJson(person: object, messages: AsyncIterable<ExportedMessage>): AsyncGenerator<string> {
  yield `${JSON.stringify(person, null, 2).slice(0, -2)},\n  "messages": [`;
  let separator = '\n    ';
  for await (const message of messages) {
    yield separator + JSON.stringify(exported(message));
    separator = ',\n    ';
  }
  yield '\n  ]\n}\n';
}

async function* asCsv(messages: AsyncIterable<ExportedMessage>, language: Language): AsyncGenerator<string> {
  yield CSV_START + csvLine(['id', 'date', 'place', 'channel', 'thread', 'format', 'text', 'url'], language);
  for await (const message of messages) yield csvLine(Object.values(exported(message)), language);
}
