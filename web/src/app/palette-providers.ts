import type { MandateList } from '#bridge/mandates/wire.ts';
import type { CourseView } from '#cockpit/course/wire.ts';
import type { InsightsView } from '#bridge/insights/wire.ts';
import type { Register } from '#bridge/register/wire.ts';
import type { Kind, SignalsView } from '#bridge/signals/wire.ts';
import type { ValueView } from '#cockpit/value/telling/wire.ts';
import type { FigureRegistry } from '#cockpit/figures/wire.ts';
import type { ProofList } from '#cockpit/proof/wire.ts';
import type { FoundView } from '#community/finding/wire.ts';
import type { SessionSpace } from '#workspace/sign-in/wire.ts';
import type { WordKey } from '#web/i18n/index.ts';
import { api } from './api.ts';
import { score } from './match.ts';

/** One line of the palette. */
export interface PaletteItem {
  readonly id: string;
  readonly label: string;
  /** What tells it from its namesakes: a place, a date. */
  readonly detail?: string;
  /** Where it leads: an address inside the workspace, `/members/42`. */
  readonly path: `/${string}`;
}

/** Lines of one kind, best first. */
export interface PaletteGroup {
  readonly heading: WordKey;
  readonly items: readonly PaletteItem[];
}

/** Something that answers what is typed in the palette from the server. */
export interface PaletteProvider {
  readonly id: string;
  /** The right in this workspace without which it is not asked. */
  readonly needs?: keyof SessionSpace['can'];
  /** At most five items a group; `typed` has two letters or more. */
  readonly search: (typed: string, signal: AbortSignal) => Promise<readonly PaletteGroup[]>;
}

/** Members, places and threads, by the beginnings of the words of their names. */
const community: PaletteProvider = {
  id: 'community',
  async search(typed, signal) {
    const { members, places, threads } = await api.get<FoundView>('/find', { query: { typed }, signal });
    return [
      {
        heading: 'nav.members',
        items: members.map((one) => ({
          id: one.id,
          label: one.name,
          detail: one.places.join(', '),
          path: `/members/${one.id}`,
        })),
      },
      {
        heading: 'nav.places',
        items: places.map((one) => ({ id: one.id, label: one.name, path: `/places/${one.id}` })),
      },
      {
        heading: 'nav.threads',
        items: threads.map((one) => ({
          id: one.id,
          label: one.name,
          detail: one.place,
          path: `/threads/${one.id}`,
        })),
      },
    ];
  },
};

/** Letters that only follow one another somewhere in a name do not make a thing asked for. */
const ENOUGH_POINTS = 10;

/** Figures by their name, in the reader's language. */
const figures: PaletteProvider = {
  id: 'figures',
  async search(typed, signal) {
    const { items } = await api.get<FigureRegistry>('/figures', { signal });
    const found = items
      .map(({ id, name }) => ({ id, label: name, path: `/health/${id}` as const, points: score(typed, name) }))
      .filter(({ points }) => points > ENOUGH_POINTS)
      .toSorted((a, b) => b.points - a.points);
    return [{ heading: 'nav.health', items: found.slice(0, 5) }];
  },
};

/** Objectives by the words of their title. */
const course: PaletteProvider = {
  id: 'course',
  async search(typed, signal) {
    const { objectives } = await api.get<CourseView>('/course', { signal });
    const found = objectives
      .map(({ id, title }) => ({ id, label: title, path: `/course/${id}` as const, points: score(typed, title) }))
      .filter(({ points }) => points > ENOUGH_POINTS)
      .toSorted((a, b) => b.points - a.points);
    return [{ heading: 'nav.course', items: found.slice(0, 5) }];
  },
};

/** Lines of the value model by their name, for whoever may read money. */
const value: PaletteProvider = {
  id: 'value',
  needs: 'readValue',
  async search(typed, signal) {
    const { sheet } = await api.get<ValueView>('/value', { signal });
    const found = (sheet?.lines ?? [])
      .map(({ id, name }) => ({ id, label: name, path: '/value' as const, points: score(typed, name) }))
      .filter(({ points }) => points > ENOUGH_POINTS)
      .toSorted((a, b) => b.points - a.points);
    return [{ heading: 'nav.value', items: found.slice(0, 5) }];
  },
};

/** Proofs by their title and their figure. */
const proofs: PaletteProvider = {
  id: 'proofs',
  async search(typed, signal) {
    const { items } = await api.get<ProofList>('/proofs', { signal });
    const found = items
      .map(({ id, title, figure }) => ({
        id,
        label: title,
        detail: figure.name,
        path: `/proof/${id}` as const,
        points: Math.max(score(typed, title), score(typed, figure.name)),
      }))
      .filter(({ points }) => points > ENOUGH_POINTS)
      .toSorted((a, b) => b.points - a.points);
    return [{ heading: 'nav.proof', items: found.slice(0, 5) }];
  },
};

/** Mandates by what they ask, of whom, and for what. */
const mandates: PaletteProvider = {
  id: 'mandates',
  async search(typed, signal) {
    const { items } = await api.get<MandateList>('/mandates', { signal });
    const found = items
      .map(({ id, intention, host, objective }) => ({
        id,
        label: intention,
        detail: `${host.name} · ${objective.title}`,
        path: `/mandates/${id}` as const,
        points: Math.max(score(typed, intention), score(typed, host.name), score(typed, objective.title)),
      }))
      .filter(({ points }) => points > ENOUGH_POINTS)
      .toSorted((a, b) => b.points - a.points);
    return [{ heading: 'nav.mandates', items: found.slice(0, 5) }];
  },
};

/** Insights by what they say. */
const insights: PaletteProvider = {
  id: 'insights',
  async search(typed, signal) {
    const { items } = await api.get<InsightsView>('/insights', { signal });
    const found = items
      .map(({ id, statement, owner }) => ({
        id,
        label: statement,
        ...(owner === null ? {} : { detail: owner }),
        path: `/insights/${id}` as const,
        points: score(typed, statement),
      }))
      .filter(({ points }) => points > ENOUGH_POINTS)
      .toSorted((a, b) => b.points - a.points);
    return [{ heading: 'nav.insights', items: found.slice(0, 5) }];
  },
};

/** What a signal may say, in both languages, as somebody types it without having it open. */
const KIND_NAMES: readonly (readonly [kind: Kind, names: string])[] = [
  ['need', 'besoin need'],
  ['problem', 'problème problem'],
  ['idea', 'idée idea'],
  ['praise', 'éloge praise'],
  ['risk', 'risque risk'],
  ['question', 'question'],
];

/** Signals by letters of their line, or by the kind of thing they say, in either language. */
const signals: PaletteProvider = {
  id: 'signals',
  async search(typed, signal) {
    const named = KIND_NAMES.find(([, names]) => typed.length > 2 && score(typed, names) > 2 * ENOUGH_POINTS);
    const asked = named === undefined ? { q: typed } : { kind: named[0] };
    const { items } = await api.get<SignalsView>('/signals', { query: { ...asked, limit: 5 }, signal });
    const found = items.map(({ id, line, insight }) => ({
      id,
      label: line,
      ...(insight === null ? {} : { detail: insight.statement }),
      path: `/signals?signal=${id}` as const,
    }));
    return [{ heading: 'nav.signals', items: found.slice(0, 5) }];
  },
};

/** Decisions by words of what they are about. */
const decisions: PaletteProvider = {
  id: 'decisions',
  async search(typed, signal) {
    const { items } = await api.get<Register>('/decisions', { query: { q: typed, limit: 5 }, signal });
    return [
      {
        heading: 'nav.decisions',
        items: items.map((one) => ({ id: one.id, label: one.statement, path: `/decisions/${one.id}` })),
      },
    ];
  },
};

/** Who answers. A feature adds its provider here. */
export const PROVIDERS: readonly PaletteProvider[] = [
  figures,
  course,
  value,
  proofs,
  mandates,
  signals,
  insights,
  decisions,
  community,
];
