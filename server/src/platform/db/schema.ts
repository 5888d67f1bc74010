import type { CommunityTables } from './schema/community.ts';
import type { FoundationTables } from './schema/foundation.ts';
import type { NotesTables } from './schema/notes.ts';
import type { ReadingsTables } from './schema/readings.ts';
import type { SegmentTables } from './schema/segments.ts';
import type { SignInTables } from './schema/sign-in.ts';

/** The tables as Kysely sees them; one file per migration. */
export type Schema = FoundationTables & SignInTables & CommunityTables & ReadingsTables & SegmentTables & NotesTables;
