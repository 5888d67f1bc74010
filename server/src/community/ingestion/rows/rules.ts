import type { Fact, Raw, When } from '@passerelle/kit';
import type { Ids, Named, RawRows, Row, RowContext } from './model.ts';

type FactOf<T extends Fact['type']> = Extract<Fact, { readonly type: T }>;
type Cell = string | number | boolean | Date | undefined;

const NULL = String.raw`\N`;
const NEEDS_ESCAPE = /[\\\t\n\r\0]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r', '\0': '' };

/** One cell of COPY's text format. What no database takes (NUL, half characters) is taken out or replaced. */
export function cell(value: Cell): string {
  if (value === undefined) return NULL;
  if (typeof value !== 'string') return value instanceof Date ? value.toISOString() : String(value);
  const text = value.isWellFormed() ? value : value.toWellFormed();
  return NEEDS_ESCAPE.test(text) ? text.replaceAll(/[\\\t\n\r\0]/g, (found) => ESCAPES[found] ?? '') : text;
}

function line(...cells: readonly Cell[]): string {
  return cells.map(cell).join('\t');
}

/** Names are indexed, and an index takes no endless ones. */
const NAME = 200;
const TITLE = 1000;
const URL = 2000;
const EMAIL = 320;

function clipped(text: string | undefined, most: number): string | undefined {
  return text !== undefined && text.length > most ? text.slice(0, most) : text;
}

/** A link or an address that is cut is worth nothing. */
function whole(text: string | undefined, most: number): string | undefined {
  return text !== undefined && text.length > most ? undefined : text;
}

function instant(when: When | undefined): string | undefined {
  return when !== undefined && 'at' in when ? when.at : undefined;
}

function day(when: When | undefined): string | undefined {
  return when !== undefined && 'day' in when ? when.day : undefined;
}

/** The rows of one raw's facts, in the temporary tables' columns. Pure: ids and languages come from the context. */
export function rowsOf(raw: Raw, rawId: string, context: RowContext): RawRows {
  const sheet = new Sheet(rawId, context);
  for (const fact of context.read(raw, context.options)) sheet.add(fact);
  return sheet;
}

class Sheet implements RawRows {
  readonly rows: Row[] = [];
  readonly named: Named[] = [];
  readonly threads: string[] = [];
  identityId: string | undefined;
  withheld = false;
  readonly #rawId: string;
  readonly #context: RowContext;

  constructor(rawId: string, context: RowContext) {
    this.#rawId = rawId;
    this.#context = context;
  }

  add(fact: Fact): void {
    switch (fact.type) {
      case 'person':
        return this.#person(fact);
      case 'channel':
        return this.#channel(fact);
      case 'thread':
        return this.#thread(fact);
      case 'message':
        return this.#message(fact);
      case 'reaction':
        return this.#reaction(fact);
      case 'removed':
        return this.#removed(fact);
      default:
        return fact satisfies never;
    }
  }

  #person(fact: FactOf<'person'>): void {
    const { ids, erasedAt } = this.#context;
    const id = ids.identity(fact.externalId);
    this.identityId ??= id;
    if (erasedAt(fact.externalId) !== undefined) {
      this.#nameIdentity(fact.externalId);
      return;
    }
    const handle = clipped(fact.handle, NAME);
    const name = clipped(fact.displayName, NAME);
    this.rows.push({
      stage: 'identity',
      id,
      line: line(
        id,
        ids.member(id),
        fact.externalId,
        fact.keyedBy,
        handle,
        name,
        whole(fact.email, EMAIL),
        fact.role,
        instant(fact.joined),
        day(fact.joined),
        false,
        undefined,
      ),
    });
  }

  #channel(fact: FactOf<'channel'>): void {
    const id = this.#context.ids.channel(fact.externalId);
    this.rows.push({
      stage: 'channel',
      id,
      line: line(id, fact.externalId, clipped(fact.name, NAME), whole(fact.url, URL), fact.support ?? false, false),
    });
  }

  #thread(fact: FactOf<'thread'>): void {
    const id = this.#context.ids.thread(fact.externalId);
    const channelId = this.#nameChannel(fact.channel);
    this.rows.push({
      stage: 'thread',
      id,
      line: line(
        id,
        channelId,
        fact.externalId,
        clipped(fact.title, TITLE),
        whole(fact.url, URL),
        textList(fact.labels ?? []),
        fact.locked ?? false,
        false,
      ),
    });
  }

  #message(fact: FactOf<'message'>): void {
    const { ids, languageOf, erasedAt } = this.#context;
    const id = ids.message(fact.externalId);
    const erased = erasedAt(fact.by) !== undefined;
    const identityId = this.#nameIdentity(fact.by);
    this.identityId ??= identityId;
    this.rows.push({
      stage: 'message',
      id,
      line: line(
        id,
        this.#nameChannel(fact.channel),
        fact.thread === undefined ? undefined : this.#nameThread(fact.thread, fact.channel),
        identityId,
        erased ? `erased:${id}` : fact.externalId,
        fact.opens ?? false,
        instant(fact.when),
        day(fact.when),
        fact.position,
        erased ? '' : fact.text,
        fact.format,
        erased ? 'und' : (fact.language ?? languageOf(fact.text)),
        fact.repliesTo === undefined ? undefined : ids.message(fact.repliesTo),
        erased ? undefined : whole(fact.url, URL),
        fact.editedAt,
        stateOf(fact, erased),
      ),
    });
  }

  #reaction(fact: FactOf<'reaction'>): void {
    const { ids } = this.#context;
    const id = ids.reaction(fact.message, fact.emoji, fact.by);
    const by = fact.by === undefined ? undefined : this.#nameIdentity(fact.by);
    this.rows.push({
      stage: 'reaction',
      id,
      line: line(
        id,
        ids.message(fact.message),
        by,
        clipped(fact.emoji, NAME),
        fact.count ?? 1,
        instant(fact.when),
        day(fact.when),
        this.#rawId,
      ),
    });
  }

  #removed(fact: FactOf<'removed'>): void {
    const id = removedId(fact, this.#context.ids);
    this.rows.push({ stage: 'removed', id, line: line(id, fact.of) });
  }

  #nameChannel(externalId: string): string {
    const id = this.#context.ids.channel(externalId);
    if (!this.#context.isStanding(id)) this.named.push({ stage: 'channel', id, externalId });
    return id;
  }

  #nameThread(externalId: string, channel: string): string {
    const id = this.#context.ids.thread(externalId);
    this.threads.push(id);
    if (!this.#context.isStanding(id)) {
      this.named.push({ stage: 'thread', id, externalId, channelId: this.#context.ids.channel(channel) });
    }
    return id;
  }

  #nameIdentity(externalId: string): string {
    const id = this.#context.ids.identity(externalId);
    const erasedAt = this.#context.erasedAt(externalId);
    if (erasedAt !== undefined) this.withheld = true;
    if (!this.#context.isStanding(id)) this.named.push({ stage: 'identity', id, externalId, erasedAt });
    return id;
  }
}

/** The line that stands for something of which only the id is known; of an erased person, not even that. */
export function stubLine(named: Named, { ids, keyedBy }: Pick<RowContext, 'ids' | 'keyedBy'>): string {
  const { stage, id, externalId } = named;
  switch (stage) {
    case 'channel':
      return line(id, externalId, clipped(externalId, NAME), undefined, false, true);
    case 'thread':
      return line(id, named.channelId, externalId, undefined, undefined, textList([]), false, true);
    case 'identity': {
      const [shownId, handle] =
        named.erasedAt === undefined ? [externalId, clipped(externalId, NAME)] : [`erased:${id}`, ''];
      const nothing = [undefined, undefined, undefined, undefined, undefined];
      return line(id, ids.member(id), shownId, keyedBy, handle, ...nothing, true, named.erasedAt);
    }
    default:
      return stage satisfies never;
  }
}

function removedId(fact: FactOf<'removed'>, ids: Ids): string {
  switch (fact.of) {
    case 'message':
      return ids.message(fact.externalId);
    case 'thread':
      return ids.thread(fact.externalId);
    case 'person':
      return ids.identity(fact.externalId);
    default:
      return fact.of satisfies never;
  }
}

function stateOf(fact: FactOf<'message'>, erased: boolean): 'shown' | 'hidden' | 'erased' {
  if (erased) return 'erased';
  return fact.hidden === true ? 'hidden' : 'shown';
}

const MOST_LABELS = 50;
const LABEL = 100;

/** A PostgreSQL array of texts. */
function textList(texts: readonly string[]): string {
  const quoted = texts
    .slice(0, MOST_LABELS)
    .map((text) => `"${text.slice(0, LABEL).replaceAll(/["\\]/g, String.raw`\$&`)}"`);
  return `{${quoted.join(',')}}`;
}
