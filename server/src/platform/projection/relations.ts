export type ColumnType = 'uuid' | 'text' | 'boolean' | 'integer' | 'bigint' | 'timestamptz' | 'date';

/** A relation that is copied: on PostgreSQL a view over a table, in the copy a table of the same name. */
export interface Relation {
  readonly name: string;
  /** The table whose deleted rows `fact_gone` names. */
  readonly table: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** Whether its rows go with their place. */
  readonly ofPlace: boolean;
}

/** Read in one moment, so that whatever a copied row refers to is copied as well. */
export const RELATIONS: readonly Relation[] = [
  {
    name: 'plain_message_theme',
    table: 'message_theme',
    columns: { id: 'uuid', place_id: 'uuid', message_id: 'uuid', theme_id: 'uuid' },
    ofPlace: true,
  },
  {
    name: 'plain_message_tone',
    table: 'message_tone',
    columns: { id: 'uuid', place_id: 'uuid', tone: 'integer', tone_by: 'text' },
    ofPlace: true,
  },
  {
    name: 'plain_thread_theme',
    table: 'thread_theme',
    columns: { id: 'uuid', place_id: 'uuid', thread_id: 'uuid', theme_id: 'uuid', theme_by: 'text' },
    ofPlace: true,
  },
  {
    name: 'plain_thread_reading',
    table: 'thread_reading',
    columns: { id: 'uuid', place_id: 'uuid', kind: 'text', kind_by: 'text' },
    ofPlace: true,
  },
  {
    name: 'plain_theme',
    table: 'theme',
    columns: { id: 'uuid', merged_into: 'uuid', is_retired: 'boolean' },
    ofPlace: false,
  },
  {
    name: 'plain_reaction',
    table: 'reaction',
    columns: {
      id: 'uuid',
      place_id: 'uuid',
      message_id: 'uuid',
      identity_id: 'uuid',
      count: 'integer',
      instant: 'timestamptz',
      day: 'date',
      local_day: 'date',
    },
    ofPlace: true,
  },
  {
    name: 'plain_message',
    table: 'message',
    columns: {
      id: 'uuid',
      place_id: 'uuid',
      channel_id: 'uuid',
      thread_id: 'uuid',
      identity_id: 'uuid',
      opens: 'boolean',
      instant: 'timestamptz',
      day: 'date',
      position: 'bigint',
      reply_to_id: 'uuid',
      counts: 'boolean',
      language: 'text',
      local_day: 'date',
    },
    ofPlace: true,
  },
  {
    name: 'plain_identity',
    table: 'identity',
    columns: { id: 'uuid', place_id: 'uuid', member_id: 'uuid', instant: 'timestamptz', day: 'date' },
    ofPlace: true,
  },
  {
    name: 'plain_affiliation',
    table: 'affiliation',
    columns: { id: 'uuid', member_id: 'uuid', organisation: 'text', from_day: 'date', until_day: 'date' },
    ofPlace: false,
  },
  {
    name: 'plain_member',
    table: 'member',
    columns: { id: 'uuid', kind: 'text', merged_into: 'uuid' },
    ofPlace: false,
  },
  { name: 'plain_channel', table: 'channel', columns: { id: 'uuid', place_id: 'uuid' }, ofPlace: true },
];

/** Read whole where one changed: a place that is no longer there takes its rows with it. */
export const PLACES: Relation = {
  name: 'plain_place',
  table: 'place',
  columns: { id: 'uuid', has_threads: 'boolean', has_replies: 'boolean', has_hours: 'boolean' },
  ofPlace: false,
};

/** One row: the zone in which days are cut; with another one the copy is made anew. */
export const ZONE: Relation = { name: 'plain_zone', table: 'workspace', columns: { zone: 'text' }, ofPlace: false };
