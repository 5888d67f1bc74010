import { DAY, DAYS, dayAfter, localTime, startOfDay } from './calendar.ts';
import type { Shelf } from './grammar.ts';
import type { Person, Place } from './model.ts';
import type { Random } from './random.ts';

/** What every part of the generator knows. */
export interface Desk {
  readonly random: Random;
  readonly shelf: Shelf;
  readonly people: readonly Person[];
  readonly members: readonly Person[];
  readonly membersIn: Readonly<Record<Place, readonly Person[]>>;
  readonly team: readonly Person[];
  /** First and last day (YYYY-MM-DD), and the instants at which the first begins and the last ends in Paris. */
  readonly from: string;
  readonly until: string;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly campaign: Campaign;
  /** Titles already given: the forum has no two threads of one name. */
  readonly titles: Set<string>;
}

/** When each campaign starts (a Monday), and what the true one adds to the share of threads that members answer first. */
export interface Campaign {
  readonly startsOn: string;
  readonly startsAt: number;
  readonly effect: number;
  readonly shamStartsOn: string;
  readonly shamStartsAt: number;
}

const CAMPAIGN_WEEKS = 16;
const SHAM_WEEKS = 34;

export function span(until: string): Pick<Desk, 'from' | 'until' | 'opensAt' | 'closesAt'> {
  const from = dayAfter(until, 1 - DAYS);
  return { from, until, opensAt: startOfDay(from), closesAt: startOfDay(dayAfter(until, 1)) };
}

export function campaignOf(until: string, effect: number): Campaign {
  const startsOn = mondayBefore(dayAfter(until, -CAMPAIGN_WEEKS * 7));
  const shamStartsOn = mondayBefore(dayAfter(until, -SHAM_WEEKS * 7));
  return {
    startsOn,
    startsAt: startOfDay(startsOn),
    effect,
    shamStartsOn,
    shamStartsAt: startOfDay(shamStartsOn),
  };
}

function mondayBefore(day: string): string {
  return dayAfter(day, -localTime(startOfDay(day)).weekday);
}

/** How far the record has come, 0 to 1. */
export function progress(desk: Desk, at: number): number {
  return (at - desk.opensAt) / (DAYS * DAY);
}

/** The share of answered threads whose first answer is a member's: members help each other more as time goes. */
export function memberShare(desk: Desk, at: number): number {
  const base = 0.44 + 0.08 * progress(desk, at);
  return Math.min(0.95, base + (at >= desk.campaign.startsAt ? desk.campaign.effect : 0));
}

export function weekOf(desk: Desk, at: number): number {
  return Math.floor((at - desk.opensAt) / (7 * DAY));
}
