/**
 * The areas of words: one JSON file per area and language (`fr/<area>.json`, `en/<area>.json`). French is the
 * reference: its keys are the keys. To add an area, add its file in both languages and one line here.
 */
import type course from './fr/course.json';
import type actions from './fr/actions.json';
import type decide from './fr/decide.json';
import type decisions from './fr/decisions.json';
import type loop from './fr/loop.json';
import type charter from './fr/charter.json';
import type check from './fr/check.json';
import type entry from './fr/entry.json';
import type health from './fr/health.json';
import type healthGraph from './fr/health-graph.json';
import type healthPeople from './fr/health-people.json';
import type healthReplies from './fr/health-replies.json';
import type healthThemes from './fr/health-themes.json';
import type mandates from './fr/mandates.json';
import type insights from './fr/insights.json';
import type signals from './fr/signals.json';
import type members from './fr/members.json';
import type nav from './fr/nav.json';
import type path from './fr/path.json';
import type proof from './fr/proof.json';
import type reading from './fr/reading.json';
import type search from './fr/search.json';
import type shell from './fr/shell.json';
import type team from './fr/team.json';
import type keys from './fr/keys.json';
import type record from './fr/record.json';
import type segments from './fr/segments.json';
import type settings from './fr/settings.json';
import type staff from './fr/staff.json';
import type firstRun from './fr/first-run.json';
import type imports from './fr/imports.json';
import type places from './fr/places.json';
import type toolbox from './fr/toolbox.json';
import type ui from './fr/ui.json';
import type value from './fr/value.json';

export interface Areas {
  readonly course: typeof course;
  readonly actions: typeof actions;
  readonly decide: typeof decide;
  readonly decisions: typeof decisions;
  readonly loop: typeof loop;
  readonly charter: typeof charter;
  readonly check: typeof check;
  readonly entry: typeof entry;
  readonly health: typeof health;
  readonly 'health-graph': typeof healthGraph;
  readonly 'health-people': typeof healthPeople;
  readonly 'health-replies': typeof healthReplies;
  readonly 'health-themes': typeof healthThemes;
  readonly mandates: typeof mandates;
  readonly insights: typeof insights;
  readonly signals: typeof signals;
  readonly members: typeof members;
  readonly nav: typeof nav;
  readonly path: typeof path;
  readonly proof: typeof proof;
  readonly reading: typeof reading;
  readonly search: typeof search;
  readonly shell: typeof shell;
  readonly team: typeof team;
  readonly keys: typeof keys;
  readonly record: typeof record;
  readonly segments: typeof segments;
  readonly settings: typeof settings;
  readonly staff: typeof staff;
  readonly 'first-run': typeof firstRun;
  readonly imports: typeof imports;
  readonly places: typeof places;
  readonly toolbox: typeof toolbox;
  readonly ui: typeof ui;
  readonly value: typeof value;
}

export type Area = keyof Areas;

/** `area.key`, for every key of every area: a key that does not exist does not compile. */
export type WordKey = { [A in Area]: `${A}.${Extract<keyof Areas[A], string>}` }[Area];
