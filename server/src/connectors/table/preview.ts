import { clip } from '@passerelle/kit';
import type { ExportFile, Preview, Words } from '@passerelle/kit';
import { guess } from './roles.ts';
import { FIELDS, REQUIRED } from './schema.ts';
import type { Field } from './schema.ts';
import { openTable } from './source.ts';
import type { Cells, Item } from './source.ts';

const ROWS = 20;
const LONGEST_CELL = 300;

const LABELS: Readonly<Record<Field, Words>> = {
  date: { fr: 'Date du message', en: 'Date of the message' },
  author: { fr: 'Nom de l’auteur ou de l’autrice', en: 'Name of the author' },
  text: { fr: 'Texte du message', en: 'Text of the message' },
  email: { fr: 'Adresse e-mail (distingue les homonymes)', en: 'E-mail address (tells namesakes apart)' },
  channel: { fr: 'Salon, catégorie ou liste', en: 'Channel, category or list' },
  thread: { fr: 'Fil (identifiant ou titre)', en: 'Thread (id or title)' },
  title: { fr: 'Titre du fil', en: 'Title of the thread' },
  id: { fr: 'Identifiant du message', en: 'Id of the message' },
  replyTo: { fr: 'Identifiant du message auquel on répond', en: 'Id of the message answered' },
  url: { fr: 'Lien vers l’original', en: 'Link to the original' },
  language: { fr: 'Langue du message', en: 'Language of the message' },
};

/**
 * The first rows with what their columns seem to mean. Besides columns, `guess` tells `dateFormat` (`auto`, `dmy`,
 * `mdy`, or `ask` where the sample leaves day and month in doubt) and `zone` (IANA name, only where it matters).
 * A file without columns gives none.
 */
export async function preview(file: ExportFile): Promise<Preview> {
  const table = await openTable(file);
  const columns = table?.columns ?? [];
  const rows = rowsOf(table?.sample ?? []);
  await table?.close();
  return {
    columns,
    rows: rows.slice(0, ROWS).map(({ cells }) => columns.map((name) => clip(cells.get(name) ?? '', LONGEST_CELL))),
    guess: guess(
      columns,
      rows.map(({ cells }) => cells),
    ),
    fields: FIELDS.map((id) => ({ id, label: LABELS[id], required: REQUIRED.has(id) })),
  };
}

export function rowsOf(items: readonly Item[]): Cells[] {
  return items.flatMap((item) => (item.type === 'row' ? [item.row] : []));
}
