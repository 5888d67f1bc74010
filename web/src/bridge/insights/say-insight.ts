import type { Lack, State, Weight } from '#bridge/insights/wire.ts';
import type { Formatter, Translate, WordKey } from '#web/i18n/index.ts';
import type { State as Mark } from '#web/ui/chip.tsx';

export const STATE_WORDS = {
  draft: 'insights.state.draft',
  submitted: 'insights.state.submitted',
  decided: 'insights.state.decided',
  delivered: 'insights.state.delivered',
  told: 'insights.state.told',
} as const satisfies Readonly<Record<State, WordKey>>;

export const LACK_WORDS = {
  evidence: 'insights.lack.evidence',
  ask: 'insights.lack.ask',
  owner: 'insights.lack.owner',
  owner_left: 'insights.lack.owner_left',
  due: 'insights.lack.due',
} as const satisfies Readonly<Record<Lack, WordKey>>;

const MARKS = {
  draft: 'off',
  submitted: 'waiting',
  decided: 'running',
  // Until members are told, something is still to be done.
  delivered: 'running',
  told: 'good',
} as const satisfies Readonly<Record<State, Mark>>;

interface Standing {
  readonly state: State;
  readonly late: boolean;
}

/** How a state is drawn: silence past the due date is its own. */
export function markOf({ state, late }: Standing): Mark {
  return late ? 'late' : MARKS[state];
}

export function wordOf({ state, late }: Standing): WordKey {
  return late ? 'insights.state.late' : STATE_WORDS[state];
}

/** When an answer is wanted, in days from today; both are days of the workspace. */
export function sayDue(due: string, today: string, t: Translate): string {
  const days = Math.round((Date.parse(due) - Date.parse(today)) / 86_400_000);
  return days < 0 ? t('insights.due.late', { n: -days }) : t('insights.due.in', { n: days });
}

/** Who said it, where and over which time, in a sentence. */
export function sayWeight(weight: Weight, t: Translate, format: Formatter): string {
  const { members, staff, messages, channels, from, until } = weight;
  const first = channels[0];
  return [
    t('insights.weight.members', { n: members, messages }),
    ...(staff > 0 ? [t('insights.weight.staff', { n: staff })] : []),
    ...(channels.length === 1 && first !== undefined ? [t('insights.weight.channel', { name: first.channel })] : []),
    ...(channels.length > 1 ? [t('insights.weight.channels', { n: channels.length })] : []),
    ...(from !== null && until !== null ? [sayPeriod(from, until, t, format)] : []),
  ].join(', ');
}

/** Where it was said, most first. */
export function sayChannels({ channels }: Weight, t: Translate): readonly string[] {
  return channels.map(({ place, channel, messages }) => t('insights.weight.there', { place, channel, n: messages }));
}

function sayPeriod(from: string, until: string, t: Translate, format: Formatter): string {
  if (from === until) return t('insights.weight.day', { day: format.day(from) });
  return t('insights.weight.period', { from: format.day(from), until: format.day(until) });
}
