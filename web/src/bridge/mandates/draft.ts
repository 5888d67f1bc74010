import type { MandateParts, MandateView, NewMandate } from '#bridge/mandates/wire.ts';
import { daysAfter, lastDayOf, untilDayOf } from './days.ts';

/** A mandate as it is being written: figures as they are typed, the last day in. */
export interface Draft {
  readonly objectiveId: string;
  readonly hostId: string;
  readonly intention: string;
  readonly freedom: string;
  readonly effort: string;
  readonly fromDay: string;
  readonly lastDay: string;
  readonly segment: string;
  readonly channels: readonly string[];
  readonly rule: NewMandate['rule'];
  readonly proves: boolean;
  readonly figure: string;
  readonly direction: 'up' | 'down';
  readonly size: string;
  /** Whether the figure is taken of the audience only. */
  readonly ofAudience: boolean;
}

const USUAL_DAYS = 90;

/** An empty one: from today, for a quarter, for the objective one comes from where it takes mandates. */
export function freshDraft({ today, objectives, hosts }: MandateParts, from?: string): Draft {
  const known = objectives.find(({ id }) => id === from) ?? (objectives.length === 1 ? objectives[0] : undefined);
  return {
    objectiveId: known?.id ?? '',
    hostId: hosts.length === 1 ? (hosts[0]?.id ?? '') : '',
    intention: '',
    freedom: '',
    effort: '',
    fromDay: today,
    lastDay: daysAfter(today, USUAL_DAYS - 1),
    segment: '',
    channels: [],
    rule: { channels: [], labels: [], authors: [] },
    proves: true,
    figure: '',
    direction: 'up',
    size: '',
    ofAudience: false,
  };
}

const idsOf = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id);

/** One that is written already; `stepOf` says how many of a figure's unit make one of what people write. */
export function draftOf(mandate: MandateView, stepOf: (figure: string) => number): Draft {
  const { audience, rule, expects } = mandate;
  const inPeoplesWords = (figure: string, size: number): string =>
    String(Math.round((size / stepOf(figure)) * 1000) / 1000);
  return {
    objectiveId: mandate.objective.id,
    hostId: mandate.host.id,
    intention: mandate.intention,
    freedom: mandate.freedom,
    effort: String(mandate.effortHours),
    fromDay: mandate.fromDay,
    lastDay: lastDayOf(mandate.untilDay),
    segment: audience.segment ?? '',
    channels: idsOf(audience.channels),
    rule: { channels: idsOf(rule.channels), labels: rule.labels, authors: idsOf(rule.authors) },
    proves: expects !== null,
    figure: expects?.figure ?? '',
    direction: expects?.direction ?? 'up',
    size: expects === null ? '' : inPeoplesWords(expects.figure, expects.size),
    ofAudience: expects !== null && Object.keys(expects.slice).length > 0,
  };
}

/** What is missing in a draft, by the name of its field. */
export type Missing = Partial<Record<keyof Draft, true>>;

export function missingIn(draft: Draft): Missing {
  const missing: Missing = {};
  for (const name of ['objectiveId', 'hostId', 'intention', 'freedom', 'fromDay', 'lastDay'] as const)
    if (draft[name].trim() === '') missing[name] = true;
  if (numberIn(draft.effort) === undefined) missing.effort = true;
  if (draft.lastDay !== '' && draft.lastDay < draft.fromDay) missing.lastDay = true;
  if (draft.proves && draft.figure === '') missing.figure = true;
  if (draft.proves && numberIn(draft.size) === undefined) missing.size = true;
  return missing;
}

/** A number above zero as people type it, with a comma or a point; undefined when it is none. */
export function numberIn(typed: string): number | undefined {
  const value = Number(typed.trim().replace(',', '.'));
  return typed.trim() !== '' && Number.isFinite(value) && value > 0 ? value : undefined;
}

/** What is sent; undefined while something is missing. */
export function termsOf(draft: Draft, stepOf: (figure: string) => number): NewMandate | undefined {
  const effortHours = numberIn(draft.effort);
  if (Object.keys(missingIn(draft)).length > 0 || effortHours === undefined) return undefined;
  const { objectiveId, hostId, fromDay, channels, segment, rule } = draft;
  return {
    objectiveId,
    hostId,
    intention: draft.intention.trim(),
    freedom: draft.freedom.trim(),
    effortHours,
    fromDay,
    untilDay: untilDayOf(draft.lastDay),
    audience: { ...(segment === '' ? {} : { segment }), channels },
    rule,
    expects: expectsOf(draft, stepOf),
  };
}

function expectsOf(draft: Draft, stepOf: (figure: string) => number): NewMandate['expects'] {
  const size = numberIn(draft.size);
  if (!draft.proves || size === undefined) return null;
  const { figure, direction, channels, segment, ofAudience } = draft;
  const slice = {
    ...(ofAudience && segment !== '' ? { segment } : {}),
    ...(ofAudience && channels.length > 0 ? { channel: channels } : {}),
  };
  return { figure, direction, size: size * stepOf(figure), slice };
}

/** Which parts of two drafts differ. */
export function differingIn(one: Draft, other: Draft): readonly (keyof Draft)[] {
  const names = Object.keys(one) as (keyof Draft)[];
  return names.filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]));
}
