import type { RunView } from '#community/imports/wire.ts';
import type { Sent } from '#web/app/api.ts';
import { api, upload } from '#web/app/api.ts';
import { Problem } from '#web/app/problem.ts';

/** Well under what the server takes in one piece, so that little is sent again after a cut. */
const PIECE = 8 * 1024 * 1024;
const TRIES = 5;
const WAIT = 1500;

interface Sending {
  readonly onProgress: (sent: Sent) => void;
  readonly signal: AbortSignal;
}

/**
 * Sends a file piece by piece, from where the server stands: a cut line or a restarted server costs one piece. Gives up
 * after a few tries in a row without progress; the same file chosen again goes on from there.
 */
export async function sendFile(run: RunView, file: File, { onProgress, signal }: Sending): Promise<void> {
  let offset = run.bytes.done;
  let failures = 0;
  while (offset < file.size) {
    const piece = file.slice(offset, offset + PIECE);
    const start = offset;
    try {
      const { received } = await upload<{ readonly received: number }>(`/imports/${run.id}/content`, piece, {
        method: 'PUT',
        query: { offset },
        signal,
        onProgress: ({ sent }) => onProgress({ sent: start + sent, total: file.size }),
      });
      offset = received;
      failures = 0;
    } catch (error) {
      if (!mayGoOn(error) || (failures += 1) > TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, WAIT * failures));
      offset = await standing(run.id, offset);
    }
    onProgress({ sent: offset, total: file.size });
  }
}

/** The line was cut, the server is away, or it stands elsewhere than we thought. */
function mayGoOn(error: unknown): boolean {
  return error instanceof Problem && (error.status === 0 || error.status >= 500 || error.status === 409);
}

async function standing(runId: string, known: number): Promise<number> {
  try {
    return (await api.get<RunView>(`/imports/${runId}`)).bytes.done;
  } catch {
    return known;
  }
}
