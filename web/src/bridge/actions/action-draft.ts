import type { ActionRow, HandKind, Tie } from '#bridge/actions/wire.ts';

/** An act as it is being written down, or corrected. */
export interface ActionDraft {
  readonly kind: HandKind;
  readonly day: string;
  /** As it is typed. */
  readonly minutes: string;
  readonly note: string;
  /** A mandate by its id, or one of the two others. */
  readonly serves: string;
}

export const UNTIED: readonly Exclude<Tie, 'mandate'>[] = ['house', 'offplan'];

/** A new one keeps the house, today, unless one says otherwise. */
export function actionDraftOf(action: ActionRow | undefined, today: string): ActionDraft {
  const fresh: ActionDraft = { kind: 'event', day: today, minutes: '', note: '', serves: 'house' };
  if (action === undefined) return fresh;
  const { minutes, note, mandate, tie } = action;
  return { ...fresh, minutes: minutes?.toString() ?? '', note: note ?? '', serves: mandate?.id ?? tie };
}

/** What is sent of it, whether it is new or not. */
export function actionBodyOf({ minutes, note, serves }: ActionDraft): object {
  const spent = Number.parseInt(minutes, 10);
  const untied = UNTIED.find((one) => one === serves);
  return {
    ...(untied === undefined ? { tie: 'mandate', mandateId: serves } : { tie: untied }),
    minutes: spent > 0 ? spent : null,
    note: note.trim() === '' ? null : note.trim(),
  };
}
