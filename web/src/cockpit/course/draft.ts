import type { ObjectiveLine } from '#cockpit/course/objectives/wire.ts';
import { addDays } from '#web/cockpit/health/days.ts';
import type { Translate } from '#web/i18n/index.ts';
import type { Kind, TemplateKind } from './templates.ts';

/** An objective as its form holds it. */
export interface ObjectiveDraft {
  readonly title: string;
  readonly reason: string;
  readonly kind: Kind;
  readonly ownKind: string | null;
  readonly ownerId: string;
  readonly sponsorId: string | null;
  readonly horizon: string;
}

/** Two quarters: long enough to move something, short enough to be looked at. */
const USUAL_DAYS = 182;

/** A new objective from a template, or from a blank page, carried by whoever writes it. */
export function freshObjective(
  { kind, today, ownerId }: { readonly kind?: TemplateKind; readonly today: string; readonly ownerId: string },
  t: Translate,
): ObjectiveDraft {
  const words =
    kind === undefined
      ? { title: '', reason: '', kind: 'support' as const }
      : { title: t(`course.template.${kind}.title`), reason: t(`course.template.${kind}.reason`), kind };
  return { ...words, ownKind: null, ownerId, sponsorId: null, horizon: addDays(today, USUAL_DAYS) };
}

export function draftOf({ title, reason, kind, ownKind, owner, sponsor, horizon }: ObjectiveLine): ObjectiveDraft {
  return { title, reason, kind, ownKind, ownerId: owner.id, sponsorId: sponsor?.id ?? null, horizon };
}
