import type { By } from '#kernel/actor.ts';
import type { Language } from '#kernel/language.ts';
import type { Scoped } from '#platform/db/index.ts';
import { isSayable, say } from '#platform/i18n/index.ts';
import { type EventAbout, eventsSince } from './lookup.ts';
import type { AuditEvent, ChainCheck } from './model.ts';
import { actorId, fieldsIn, follows, GENESIS, hashOf, plain } from './rules.ts';
import { append, chainAfter, lockHead } from './store.ts';

const PAGE = 1_000;

/**
 * Adds an event to the record of the workspace, in the transaction of the change it tells. Call it last in that
 * transaction: from here to its end, other writers of the workspace's record wait.
 */
export async function record(db: Scoped, by: By, at: Date, event: AuditEvent): Promise<void> {
  const head = (await lockHead(db)) ?? { number: 0, hash: GENESIS };
  const row = {
    workspaceId: db.scope.workspaceId,
    number: head.number + 1,
    at,
    actorKind: by.kind,
    actorId: actorId(by),
    action: event.action,
    objectType: event.objectType,
    objectId: event.objectId,
    before: plain(event.before),
    after: plain(event.after),
    why: event.why ?? null,
    mandateId: event.mandateId ?? null,
  };
  await append(db, { ...row, previousHash: head.hash, hash: hashOf(head.hash, row) });
}

/** A thing of the record as somebody read it. */
interface Read {
  readonly objectType: string;
  readonly objectId: string;
  /** The one that was read. */
  readonly version: number;
}

/** Who changed a thing, and what he did to it, as a list in words. Either may be 'none', which sentences select by. */
export interface Since {
  readonly by: string;
  readonly what: string;
}

/**
 * The details of every stale refusal: who changed a thing after the version somebody read, and what was done to it, in the
 * reader's language. `area` holds the words of its fields (`field_<name>`); what else is done has its words in `did`.
 */
export async function changedSince(db: Scoped, read: Read, area: string, language: Language): Promise<Since> {
  const later = await eventsSince(db, read.objectType, read.objectId, read.version);
  const told = later.map((event) => ({ name: event.name, words: wordsFor(event, area, language) }));
  const said = told.filter(({ words }) => words.length > 0);
  const list = (words: readonly (string | undefined)[]): string => {
    const once = [...new Set(words.filter((word) => word !== undefined))];
    return once.length === 0 ? 'none' : new Intl.ListFormat(language).format(once);
  };
  return { by: list(said.map(({ name }) => name)), what: list(said.flatMap(({ words }) => words)) };
}

function wordsFor({ action, after }: EventAbout, area: string, language: Language): readonly string[] {
  const fields = fieldsIn(after).map((field) => `${area}/field_${field}`);
  const codes = fields.length > 0 ? fields : [`did/${action.replace('.', '_')}`];
  return codes.filter(isSayable).map((code) => say(language, code));
}

/** Goes through the whole record of the workspace and says where it first stops being what was written. */
export async function verifyChain(db: Scoped): Promise<ChainCheck> {
  let number = 0;
  let hash = GENESIS;
  for (;;) {
    const rows = await chainAfter(db, number, PAGE);
    for (const row of rows) {
      if (!follows(row, number, hash)) return { intact: false, events: number, brokenAt: number + 1 };
      number = row.number;
      hash = row.hash;
    }
    if (rows.length < PAGE) return { intact: true, events: number, head: hash.toString('hex') };
  }
}
