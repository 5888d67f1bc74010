import { describe, expect, test } from 'vitest';
import type { SilentChannel } from './model.ts';
import { channelEvents, placeEvents, recordedEvents } from './rules.ts';

const SPAN = { from: '2026-01-01', until: '2026-07-01' };

describe('the record', () => {
  const at = new Date('2026-03-01T23:30:00Z');
  const day = (): string => '2026-03-02';
  const told = (action: string, after: unknown) => recordedEvents([{ at, action, objectId: 'x', after }], day);

  test('an import is told on its day with what it brought, one that brought nothing is not', () => {
    expect(told('import.finished', { placeId: 'p', added: 12 })).toEqual([
      { kind: 'import', day: '2026-03-02', placeId: 'p', added: 12 },
    ]);
    expect(told('import.finished', { placeId: 'p', added: 0 })).toEqual([]);
    expect(told('import.finished', null)).toEqual([]);
  });

  test('a deleted place and new staff rules change who and what is counted', () => {
    expect(told('place.deleted', null)).toEqual([{ kind: 'place_deleted', day: '2026-03-02' }]);
    expect(told('staff_rules.set', {})).toEqual([{ kind: 'staff_rules', day: '2026-03-02' }]);
  });
});

test('a place that comes later or ends 28 days earlier than the others is told, the first and the last are not', () => {
  const spans = [
    { placeId: 'old', firstDay: '2026-01-02', lastDay: '2026-04-02' },
    { placeId: 'new', firstDay: '2026-02-01', lastDay: '2026-04-30' },
  ];
  expect(placeEvents(spans, SPAN)).toEqual([
    { kind: 'place_silent', day: '2026-04-02', placeId: 'old' },
    { kind: 'place_began', day: '2026-02-01', placeId: 'new' },
  ]);
  expect(
    placeEvents([{ placeId: 'old', firstDay: '2026-01-02', lastDay: '2026-04-03' }, ...spans.slice(1)], SPAN),
  ).toEqual([{ kind: 'place_began', day: '2026-02-01', placeId: 'new' }]);
});

describe('channels that fell silent', () => {
  const channel = (n: number, change: Partial<SilentChannel> = {}): SilentChannel => ({
    placeId: 'p',
    channelId: `c${String(n)}`,
    lastDay: '2026-03-05',
    own: n,
    all: 1000,
    channels: 40,
    ...change,
  });

  test('in one week are one event, on the day most of them did, the busiest first', () => {
    const week = [channel(20), channel(40, { lastDay: '2026-03-04' }), channel(30)];
    expect(channelEvents(week)).toEqual([
      { kind: 'channels_silent', day: '2026-03-05', placeId: 'p', channelIds: ['c40', 'c30', 'c20'], share: 0.09 },
    ]);
  });

  test('below a twentieth of the place they are not told', () => {
    expect(channelEvents([channel(49)])).toEqual([]);
    expect(channelEvents([channel(50)])).toHaveLength(1);
  });

  test('nor those in which four weeks without a word are no surprise', () => {
    const seldom = Array.from({ length: 5 }, (_, n) => channel(15, { channelId: `c${String(n)}` }));
    expect(channelEvents(seldom)).toEqual([]);
    expect(channelEvents(seldom.map((one) => ({ ...one, own: 16 })))).toHaveLength(1);
  });

  test('unless they are ten or more, and a tenth of its channels', () => {
    const ten = Array.from({ length: 10 }, (_, n) => channel(1, { channelId: `c${String(n)}`, channels: 100 }));
    expect(channelEvents(ten)).toHaveLength(1);
    expect(channelEvents(ten.slice(1))).toEqual([]);
    expect(channelEvents(ten.map((one) => ({ ...one, channels: 101 })))).toEqual([]);
  });

  test('in two weeks, or two places, are two events', () => {
    const apart = [channel(90), channel(90, { lastDay: '2026-03-09' }), channel(90, { placeId: 'q' })];
    expect(channelEvents(apart)).toHaveLength(3);
  });
});
