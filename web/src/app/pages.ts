import type { WordKey } from '#web/i18n/index.ts';
import type { SessionSpace } from '#workspace/sign-in/wire.ts';

/** The stages of the rocket, top first, and the house below them. */
export const STAGES = ['cockpit', 'bridge', 'field'] as const;
export type Stage = (typeof STAGES)[number];

/** One page inside a workspace, as the navigation, the palette and the go-to keys know it. */
export interface PageEntry {
  readonly id: string;
  /** Where it stands in the navigation; `house` is below the rocket, `nowhere` is in the palette only. */
  readonly stage: Stage | 'house' | 'nowhere';
  /** Address inside the workspace, without the workspace: `/members`. */
  readonly path: `/${string}`;
  readonly title: WordKey;
  /** What else people call it or look for there: words with commas between, for the palette. */
  readonly also?: WordKey;
  /** The letter after `g` that leads there. */
  readonly goTo?: string;
  /** The right in this workspace (`can`) without which the page is not shown. */
  readonly needs?: keyof SessionSpace['can'];
}

/** The pages that exist. A page that does not exist yet has no line here, so nothing can lead to it. */
export const PAGES: readonly PageEntry[] = [
  { id: 'course', stage: 'cockpit', path: '/course', title: 'nav.course', also: 'nav.course.also', goTo: 'c' },
  { id: 'health', stage: 'cockpit', path: '/health', title: 'nav.health', goTo: 'h' },
  {
    id: 'value',
    stage: 'cockpit',
    path: '/value',
    title: 'nav.value',
    also: 'nav.value.also',
    goTo: 'v',
    needs: 'readValue',
  },
  { id: 'proof', stage: 'cockpit', path: '/proof', title: 'nav.proof', goTo: 'k' },
  { id: 'mandates', stage: 'bridge', path: '/mandates', title: 'nav.mandates', goTo: 'n' },
  { id: 'actions', stage: 'bridge', path: '/actions', title: 'nav.actions', goTo: 'a' },
  { id: 'signals', stage: 'bridge', path: '/signals', title: 'nav.signals', goTo: 'r' },
  { id: 'insights', stage: 'bridge', path: '/insights', title: 'nav.insights', goTo: 'o' },
  {
    id: 'decisions',
    stage: 'bridge',
    path: '/decisions',
    title: 'nav.decisions',
    also: 'nav.decisions.also',
    goTo: 'd',
  },
  { id: 'loop', stage: 'bridge', path: '/loop', title: 'nav.loop', also: 'nav.loop.also', goTo: 'l' },
  { id: 'check', stage: 'house', path: '/check', title: 'nav.check', also: 'nav.check.also', goTo: 'b' },
  { id: 'charter', stage: 'nowhere', path: '/charter', title: 'nav.charter', also: 'nav.charter.also' },
  { id: 'path', stage: 'nowhere', path: '/rocket/path', title: 'nav.path', also: 'nav.path.also' },
  { id: 'review', stage: 'nowhere', path: '/rocket/review', title: 'nav.review' },
  { id: 'places', stage: 'house', path: '/places', title: 'nav.places', goTo: 'p' },
  { id: 'start', stage: 'nowhere', path: '/start', title: 'nav.start' },
  { id: 'imports', stage: 'nowhere', path: '/imports', title: 'nav.imports', goTo: 'i' },
  { id: 'threads', stage: 'house', path: '/threads', title: 'nav.threads', goTo: 't' },
  { id: 'members', stage: 'house', path: '/members', title: 'nav.members', goTo: 'm' },
  { id: 'segments', stage: 'house', path: '/segments', title: 'nav.segments', goTo: 'e' },
  { id: 'settings', stage: 'house', path: '/settings', title: 'nav.settings', goTo: 's' },
  { id: 'account', stage: 'nowhere', path: '/settings/account', title: 'nav.account' },
  { id: 'team', stage: 'nowhere', path: '/settings/team', title: 'nav.team' },
  { id: 'merges', stage: 'nowhere', path: '/merges', title: 'nav.merges' },
  { id: 'search', stage: 'nowhere', path: '/search', title: 'nav.search', goTo: '/' },
];

/** What each stage says while no page of it exists: what will stand there, and made from what. */
export const EMPTY_STAGES: Readonly<Record<Stage, WordKey>> = {
  cockpit: 'nav.cockpit.empty',
  bridge: 'nav.bridge.empty',
  field: 'nav.field.empty',
};
