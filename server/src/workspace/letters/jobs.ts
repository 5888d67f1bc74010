import type { Task } from '#platform/jobs/index.ts';
import type { SendingDeps } from './service.ts';
import { SEND_TASK, sendLetter } from './service.ts';

/** Sending letters. Without a mailer there is nothing to send by, and no letter is written. */
export function letterTasks(deps: SendingDeps): Readonly<Record<string, Task>> {
  return {
    [SEND_TASK]: ({ scope, payload, isLastAttempt }) =>
      sendLetter(deps, scope, String(payload['letterId']), isLastAttempt),
  };
}
