import type { CommunityTables } from './schema/community.ts';
import type { CourseTables } from './schema/course.ts';
import type { DecisionsTables } from './schema/decisions.ts';
import type { FoundationTables } from './schema/foundation.ts';
import type { MandatesTables } from './schema/mandates.ts';
import type { NotesTables } from './schema/notes.ts';
import type { ProofsTables } from './schema/proofs.ts';
import type { ReadingsTables } from './schema/readings.ts';
import type { RocketTables } from './schema/rocket.ts';
import type { SegmentTables } from './schema/segments.ts';
import type { SignInTables } from './schema/sign-in.ts';
import type { SignalsTables } from './schema/signals.ts';
import type { ValueTables } from './schema/value.ts';

/** The tables as Kysely sees them; one file per migration. */
export type Schema = FoundationTables &
  SignInTables &
  CommunityTables &
  ReadingsTables &
  SegmentTables &
  NotesTables &
  CourseTables &
  MandatesTables &
  SignalsTables &
  DecisionsTables &
  RocketTables &
  ValueTables &
  ProofsTables;
