import type { ImportOptions } from '@passerelle/kit';
import { orderOf } from './dates.ts';
import { rowsOf } from './preview.ts';
import { guess } from './roles.ts';
import { FIELDS, Order, REQUIRED } from './schema.ts';
import type { Field } from './schema.ts';
import type { Table } from './source.ts';

export interface Mapping {
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  readonly order: Order | undefined;
  readonly zone: string;
}

export type MappingOrLack = { readonly mapping: Mapping } | { readonly lacks: readonly string[] };

/** What a person chose; the guess where nothing was chosen. `lacks` names required fields and columns not found. */
export function mappingOf(table: Table, options: ImportOptions): MappingOrLack {
  const rows = rowsOf(table.sample).map(({ cells }) => cells);
  const chosen = FIELDS.some((field) => isSet(options[field]))
    ? options
    : { ...guess(table.columns, rows), ...options };
  const columns: Partial<Record<Field, string>> = {};
  const lacks: string[] = [];
  for (const field of FIELDS) {
    const column = chosen[field];
    if (isSet(column) && table.columns.includes(column)) columns[field] = column;
    else if (isSet(column)) lacks.push(column);
    else if (REQUIRED.has(field)) lacks.push(field);
  }
  if (lacks.length > 0) return { lacks };
  const dates = rows.map((row) => row.get(columns.date ?? '') ?? '');
  const proven = Order.safeParse(orderOf(dates)).data;
  return { mapping: { columns, order: Order.safeParse(chosen['dateFormat']).data ?? proven, zone: zoneOf(options) } };
}

export function zoneOf(options: ImportOptions): string {
  return isSet(options['zone']) ? options['zone'] : 'UTC';
}

function isSet(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}
