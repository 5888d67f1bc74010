/** The one door to the present: everything else takes a `Clock` or an instant, so that time can be told in tests. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands where it is put; `advance` moves it by milliseconds. */
export function standingClock(start: string): Clock & { advance(milliseconds: number): void } {
  let instant = Date.parse(start);
  return {
    now: () => new Date(instant),
    advance: (milliseconds) => {
      instant += milliseconds;
    },
  };
}
