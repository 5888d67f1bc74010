import type { Generated } from 'kysely';

/** Table of 0011-notes.sql; the migration says what each column is for. */
export interface NotesTables {
  figure_note: {
    workspace_id: string;
    id: string;
    day: string;
    text: string;
    author_id: string;
    version: Generated<number>;
    created_at: Date;
  };
}
