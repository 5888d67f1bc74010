import type { Connector } from '@passerelle/kit';
import type { Run } from '#community/imports/runs/index.ts';
import type { FunctionName } from '#kernel/actor.ts';
import type { Candidate, RunView } from './wire.ts';

const WRITERS: readonly FunctionName[] = ['pilot', 'host', 'admin'];

/** The kinds this export may be, the surest first; of two as sure, the first of the list. */
export function candidatesOf(
  connectors: readonly Connector[],
  opened: { readonly files: readonly { readonly path: string }[]; head(path: string): string | undefined },
): readonly Candidate[] {
  const paths = opened.files.map((file) => file.path);
  const found = connectors.flatMap(({ id, name, collects, files }) => {
    const certainty = files?.recognise(paths, (path) => opened.head(path)) ?? 0;
    return certainty > 0 ? [{ connector: id, name, certainty, collects: [...collects] }] : [];
  });
  return found.toSorted((left, right) => right.certainty - left.certainty);
}

const SURE_AFTER = 2;

/** Bytes a second since this stretch began, once it has lasted long enough to mean something, and what that leaves to wait. */
export function paceOf(run: Run, now: Date): Pick<RunView, 'rate' | 'secondsLeft'> {
  const { state, cursor, bytesDone, bytesTotal } = run;
  const unknown = { rate: null, secondsLeft: null };
  if (state !== 'reading' || cursor?.step !== 'reading') return unknown;
  const seconds = (now.getTime() - Date.parse(cursor.since)) / 1000;
  const rate = (bytesDone - cursor.sinceBytes) / seconds;
  if (seconds < SURE_AFTER || rate <= 0) return unknown;
  return { rate: Math.round(rate), secondsLeft: Math.ceil((bytesTotal - bytesDone) / rate) };
}

type Shown = Omit<RunView, 'refusal'>;

/** A run as its screen shows it, with what this reader may do. */
export function shown(run: Run, now: Date, functions: readonly FunctionName[]): Shown {
  return {
    id: run.id,
    state: run.state,
    step: run.state === 'reading' ? (run.cursor?.step ?? null) : null,
    place: { id: run.placeId, name: run.placeName },
    connector: run.connector,
    fileName: run.fileName,
    bytes: { total: run.bytesTotal, done: run.bytesDone },
    counts: run.counts,
    ...paceOf(run, now),
    createdAt: run.createdAt.toISOString(),
    startedAt: run.startedAt?.toISOString() ?? null,
    finishedAt: run.finishedAt?.toISOString() ?? null,
    can: abilities(run, functions),
  };
}

function abilities(run: Run, functions: readonly FunctionName[]): RunView['can'] {
  const may = functions.some((one) => WRITERS.includes(one));
  const isWaiting = run.state === 'uploading' || run.state === 'choosing';
  const isComplete = run.state === 'choosing' || (run.state === 'uploading' && run.bytesDone === run.bytesTotal);
  return {
    start: may && isComplete,
    cancel: may && run.finishedAt === null,
    remove: may && isWaiting,
  };
}

/** Where the next page of runs begins. */
export function cursorOf(run: Run): string {
  return `${run.createdAt.toISOString()}~${run.id}`;
}

export function parseCursor(text: string | undefined): { readonly at: Date; readonly id: string } | undefined {
  const [at = '', id = ''] = (text ?? '').split('~');
  const date = new Date(at);
  const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
  return Number.isNaN(date.getTime()) || !isUuid ? undefined : { at: date, id };
}
