import type { EventLine } from '#cockpit/notes/wire.ts';
import type { Speech } from '../say-figure.ts';

/** What happened, in one sentence. */
export function eventText(event: EventLine, { t, format }: Speech): string {
  switch (event.kind) {
    case 'import':
      return t('health.event.import', { place: event.place, n: event.added });
    case 'place_deleted':
    case 'staff_rules':
      return t(`health.event.${event.kind}`);
    case 'place_began':
    case 'place_silent':
      return t(`health.event.${event.kind}`, { place: event.place });
    case 'channels_silent': {
      const names = format.list(event.names.map((name) => t('health.quoted', { name })));
      const share = format.percent(event.share);
      const told = { place: event.place, n: event.count, names, share };
      const others = event.count - event.names.length;
      return others === 0 ? t('health.event.channels', told) : t('health.event.channels_many', { ...told, others });
    }
    default:
      return event satisfies never;
  }
}
