import type { ImportOptions } from '@passerelle/kit';
import { orderOf, readDate } from './dates.ts';
import type { Field } from './schema.ts';
import { tongueOf } from './tongue.ts';

/** Names people give to columns, without accents, French and English. The first fitting field takes a column. */
const NAMES: readonly (readonly [Field, RegExp])[] = [
  [
    'replyTo',
    /^(?:(?:in )?repl(?:y|ies|ied) to(?: id)?|parent(?: id| message| post)?|reponse a|repond a|en reponse a)$/,
  ],
  ['email', /^(?:e ?mail|courriel|adresse (?:e ?mail|mail|electronique)|mail|(?:author|user|sender|from) e ?mail)$/],
  ['url', /^(?:url|link|lien|permalink|permalien|adresse web|href)$/],
  [
    'thread',
    /^(?:thread|fil|topic|discussion|conversation)(?: (?:id|ts|key))?$|^id (?:du )?(?:fil|sujet|thread)$|^sujet id$/,
  ],
  ['title', /^(?:(?:topic|thread|post) )?(?:title|titre|subject|sujet|objet)(?: du (?:fil|sujet))?$/],
  ['id', /^(?:(?:message|msg|post|comment|row) )?(?:id|uid|uuid|key|identifiant|numero|no?)(?: (?:du )?message)?$/],
  [
    'date',
    /^(?:date|day|jour|time|heure|timestamp|horodatage|ts|datetime|when|quand)$|^(?:created|posted|sent|published|publie|cree|envoye|poste)(?: (?:at|on|le|date|time|utc))*$|^(?:date|jour) (?:de |d |du )?\w+$|^(?:creation|publication|message|post) (?:date|time)$/,
  ],
  [
    'author',
    /^(?:author|auteur|autrice|user|utilisateur|member|membre|pseudo|pseudonyme|username|nickname|from|de|sender|expediteur|handle|poster|login|name|nom|(?:author|user|sender|member|display|full|from)[ .]?(?:user)?name|nom (?:de l |d )?(?:auteur|utilisateur|affiche))$/,
  ],
  [
    'channel',
    /^(?:channel|salon|canal|room|category|categorie|forum|list|liste|section|board|group|groupe|rubrique|espace)(?: name)?$/,
  ],
  [
    'language',
    /^(?:(?:message|msg|post|text) )?(?:lang|langue?|language|locale)(?: (?:code|du message))?$|^code langue$/,
  ],
  [
    'text',
    /^(?:text|texte|message|body|corps|content|contenu|comment|commentaire|post|raw|reponse)(?: (?:text|body))?$/,
  ],
];

const ENOUGH = 0.8;

/** The columns a sample suggests, by field, with the order of its dates and its zone where the dates have none. */
export function guess(columns: readonly string[], rows: readonly ReadonlyMap<string, string>[]): ImportOptions {
  if (new Set(columns).size !== columns.length) return {};
  const found = new Map<Field, string>();
  const cells = (column: string) => rows.map((row) => row.get(column) ?? '').filter((cell) => cell.trim() !== '');
  for (const [field, names] of NAMES) {
    const named = columns.filter((column) => names.test(simple(column)) && !isTaken(found, column));
    const fitting = named.find((column) => fits(field, cells(column)));
    if (fitting !== undefined) found.set(field, fitting);
  }
  fillByContent(found, columns, cells);
  const date = found.get('date');
  return { ...Object.fromEntries(found), ...(date === undefined ? {} : datesOf(cells(date))) };
}

function isTaken(found: ReadonlyMap<Field, string>, column: string): boolean {
  return [...found.values()].includes(column);
}

function simple(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
  return words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** A name promises; what stands in the column must keep the promise where it can be checked. */
function fits(field: Field, cells: readonly string[]): boolean {
  if (cells.length === 0) return true;
  if (field === 'date') return share(cells, isDate) >= ENOUGH;
  if (field === 'email') return share(cells, (cell) => cell.includes('@')) >= ENOUGH;
  if (field === 'url') return share(cells, (cell) => /^https?:\/\//.test(cell)) >= ENOUGH;
  if (field === 'language') return share(cells, (cell) => tongueOf(cell) !== undefined) >= ENOUGH;
  return true;
}

type CellsOf = (column: string) => readonly string[];

/** What no name told: the column of dates, the longest texts, the short words that come again. */
function fillByContent(found: Map<Field, string>, columns: readonly string[], cells: CellsOf): void {
  const free = () => columns.filter((column) => !isTaken(found, column) && cells(column).length > 0);
  const take = (field: Field, column: string | undefined): void => {
    if (!found.has(field) && column !== undefined) found.set(field, column);
  };
  take(
    'date',
    free().find((column) => fits('date', cells(column))),
  );
  take('text', [...free()].sort((left, right) => length(cells(right)) - length(cells(left)))[0]);
  take(
    'author',
    free().find((column) => isRepeatedWord(cells(column))),
  );
}

function isRepeatedWord(cells: readonly string[]): boolean {
  const distinct = new Set(cells).size;
  return (
    distinct > 1 &&
    distinct < cells.length &&
    length(cells) < 40 &&
    share(cells, (cell) => /^[\d.,\s]+$/.test(cell)) < 0.5
  );
}

function length(cells: readonly string[]): number {
  let total = 0;
  for (const cell of cells) total += cell.length;
  return total / Math.max(1, cells.length);
}

function share(cells: readonly string[], test: (cell: string) => boolean): number {
  return cells.filter(test).length / cells.length;
}

function isDate(cell: string): boolean {
  return readDate(cell, 'dmy', 'UTC') !== undefined || readDate(cell, 'mdy', 'UTC') !== undefined;
}

/** `dateFormat` is `ask` where 03/04 could be April or March; `zone` stands only where a time comes without offset. */
function datesOf(dates: readonly string[]): ImportOptions {
  const isLocal = dates.some((date) => isShifted(date));
  return { dateFormat: orderOf(dates) ?? 'auto', ...(isLocal ? { zone: 'UTC' } : {}) };
}

/** Whether the zone changes what the date means. */
function isShifted(date: string): boolean {
  const [here, there] = ['UTC', 'Pacific/Kiritimati'].map(
    (zone) => readDate(date, 'dmy', zone) ?? readDate(date, 'mdy', zone),
  );
  return JSON.stringify(here) !== JSON.stringify(there);
}
