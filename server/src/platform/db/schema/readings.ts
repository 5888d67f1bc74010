import type { Generated, GeneratedAlways } from 'kysely';

/** Tables of 0007-readings.sql and 0009-mentions.sql; the migrations say what each column is for. */
type Changed = GeneratedAlways<string>;

export interface ReadingsTables {
  thread_reading: {
    workspace_id: string;
    thread_id: string;
    place_id: string;
    kind: 'question' | 'other';
    kind_by: 'rule' | 'place' | 'person';
    changed: Changed;
  };
  message_tone: {
    workspace_id: string;
    message_id: string;
    place_id: string;
    tone: -1 | 0 | 1;
    by: 'lexicon' | 'person';
    changed: Changed;
  };
  theme: {
    workspace_id: string;
    id: string;
    name_fr: string;
    name_en: string;
    terms: string[];
    named_by: 'terms' | 'person';
    merged_into: string | null;
    retired_at: Date | null;
    version: Generated<number>;
    created_at: Date;
    written: Generated<string[]>;
    held: Generated<boolean>;
    split_from: string | null;
    changed: Changed;
  };
  thread_theme: {
    workspace_id: string;
    thread_id: string;
    theme_id: string;
    place_id: string;
    by: 'terms' | 'person';
    id: GeneratedAlways<string>;
    changed: Changed;
  };
  message_theme: {
    workspace_id: string;
    message_id: string;
    theme_id: string;
    place_id: string;
    id: GeneratedAlways<string>;
    changed: Changed;
  };
  thread_theme_out: {
    workspace_id: string;
    thread_id: string;
    theme_id: string;
    place_id: string;
  };
  understanding: {
    workspace_id: string;
    asked: Generated<number>;
    done: Generated<number>;
    step: 'listening' | 'reading' | null;
    read: Generated<string>;
    total: Generated<string>;
    started_at: Date | null;
    finished_at: Date | null;
  };
}
