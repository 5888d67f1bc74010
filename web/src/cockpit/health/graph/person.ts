import type { Group, Overview, Person } from '#cockpit/network/wire.ts';
import type { Translate } from '#web/i18n/index.ts';

/** A name, or a number where names are hidden. */
export function nameOf({ name, number }: Person, t: Translate): string {
  return name ?? t('health-graph.person', { n: String(number) });
}

/** What names somebody in a list. */
export function keyOf({ id, number }: Person): string {
  return id ?? String(number);
}

/** A group by its number, from 1. */
export function groupName(id: number, t: Translate): string {
  return t('health-graph.group', { n: String(id + 1) });
}

/** Who stands in its middle. */
export function coreOf({ core }: Group, t: Translate): string {
  return core.map((one) => nameOf(one, t)).join(', ');
}

/** Those whom drawings mark as bridges. */
export function bridgesIn({ bridges }: Overview): ReadonlySet<string> {
  return new Set(bridges.items.map(({ who }) => keyOf(who)));
}
