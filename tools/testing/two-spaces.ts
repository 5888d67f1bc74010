import { PERMISSIONS } from '#app/permissions.ts';
import type { Access } from '#kernel/actor.ts';
import { FUNCTIONS, KEY_SCOPES } from '#kernel/actor.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Route } from '#platform/http/index.ts';
import { routeKey } from '#platform/http/index.ts';
import type { Log } from '#platform/log/index.ts';
import type { Browser } from './browser.ts';
import { fillSpace } from './filled-space.ts';
import type { SpaceIds } from './filled-space.ts';
import { NAMED } from './id-matrix.ts';
import type { KnownIds } from './id-matrix.ts';
import type { Caller } from './matrix.ts';
import { openWholeHouse } from './whole-house.ts';
import type { WholeHouse, WholeOptions } from './whole-house.ts';

/** One installation, two workspaces with rows of the same kinds; ours has a word in it that stands nowhere else. */
export interface TwoSpaces extends AsyncDisposable {
  readonly house: WholeHouse;
  readonly ours: Browser;
  /** The admin of the other workspace, who has no place in ours. */
  readonly theirs: Browser;
  /** The headers of a key of the other workspace that may do whatever keys may. */
  readonly key: Readonly<Record<string, string>>;
  readonly scopes: { readonly ours: Scope; readonly theirs: Scope };
  readonly ids: { readonly ours: SpaceIds; readonly theirs: SpaceIds };
  readonly mark: string;
  /** Everything logged so far, as one text. */
  logged(): string;
}

const MARK = 'zorvaldine';

export async function openTwoSpaces(options: WholeOptions = {}): Promise<TwoSpaces> {
  const lines: string[] = [];
  const house = await openWholeHouse({ ...options, log: keepingLog(lines) });
  const ours = await house.openFirst();
  ours.workspace = 'forum-des-ponts';
  const asked = { name: 'Quai Nord', zone: 'Europe/Paris', language: 'fr' };
  const { slug } = (await ours.must('POST', '/api/v1/workspaces', asked)) as { slug: string };
  const founder = house.browser();
  for (const [name, value] of ours.cookies) founder.cookies.set(name, value);
  Object.assign(founder, { csrf: ours.csrf, workspace: slug });
  const theirs = await house.colleague(founder, 'Omar Nord', FUNCTIONS);
  theirs.workspace = slug;
  await house.colleague(ours, `Léo ${MARK}`, ['host']);
  const scopes = { ours: await scopeNamed(ours, 'forum-des-ponts'), theirs: await scopeNamed(theirs, slug) };
  const ids = {
    ours: await fillSpace(house, ours, scopes.ours, MARK),
    theirs: await fillSpace(house, theirs, scopes.theirs, 'ordinaire'),
  };
  const made = { name: 'Tout', scopes: KEY_SCOPES, perMinute: 6_000 };
  const { key } = (await theirs.must('POST', '/api/v1/keys', made)) as { key: string };
  return {
    house,
    ours,
    theirs,
    scopes,
    ids,
    mark: MARK,
    key: { authorization: `Bearer ${key}` },
    logged: () => lines.join('\n'),
    [Symbol.asyncDispose]: () => house[Symbol.asyncDispose](),
  };
}

async function scopeNamed(browser: Browser, slug: string): Promise<Scope> {
  const space = (await browser.look()).workspaces.find((one) => one.slug === slug);
  if (space === undefined) throw new Error(`No place in ${slug}.`);
  return { workspaceId: space.id };
}

function keepingLog(lines: string[]): Log {
  const keep = (message: string, fields: Readonly<Record<string, unknown>> = {}): void => {
    const plain = (value: unknown): unknown =>
      value instanceof Error ? { stack: value.stack, about: Object.entries(value) } : value;
    lines.push(JSON.stringify([message, ...Object.values(fields).map(plain)]));
  };
  return { debug: keep, info: keep, warn: keep, error: keep };
}

const QUERIES = {
  'GET /api/v1/notes': { from: '2026-01-01', until: '2026-04-01' },
  'GET /api/v1/search': { q: 'ponts' },
  'PUT /api/v1/imports/{runId}/content': { offset: '0' },
  'DELETE /api/v1/signals/{signalId}': { version: '1' },
  'DELETE /api/v1/insights/{insightId}': { version: '1' },
} as const;

const MEASURED = { figure: 'active_members', spanDays: 28 } as const;

const COURSE_BODIES = {
  'POST /api/v1/objectives': { title: 'Aller plus loin', reason: 'Pour durer', kind: 'support', horizon: '2027-01-01' },
  'PATCH /api/v1/objectives/{objectiveId}': { version: 1, title: 'Aller loin' },
  'POST /api/v1/objectives/{objectiveId}/start': { version: 1 },
  'POST /api/v1/objectives/{objectiveId}/end': { version: 1, as: 'dropped', why: 'Autre priorité' },
  'POST /api/v1/objectives/{objectiveId}/key-results': { ...MEASURED, target: 99, due: '2026-12-31' },
  'POST /api/v1/key-results/baseline': MEASURED,
  'POST /api/v1/proofs/{proofId}/withdraw': { version: 1, why: 'Autre priorité' },
  'POST /api/v1/proofs/{proofId}/clear': { event: 'note:1', why: 'Sans rapport' },
  'POST /api/v1/key-results/{keyResultId}/drop': { version: 1, why: 'Autre priorité' },
} as const;

const TOOLS = { amount: { low: 1, likely: 2, high: 3, by: 'Zoé', on: '2026-02-01', from: 'guess' } } as const;

const VALUE_BODIES = {
  'POST /api/v1/value/measure': { figure: 'active_members', days: '90' },
  'PUT /api/v1/value/lines/{lineId}': { version: 1, line: { stream: 'tools', name: 'Outils', inputs: TOOLS } },
  'POST /api/v1/value/lines/{lineId}/remove': { version: 1 },
  'PUT /api/v1/value/scenarios/{scenarioId}': { version: 1, scenario: { name: 'Prudent', ranges: {} } },
  'POST /api/v1/value/scenarios/{scenarioId}/remove': { version: 1 },
} as const;

/** What the matrix of ids needs, asked by the people of the other workspace. */
export function knownIds({ ids, mark }: TwoSpaces): KnownIds {
  const names = Object.keys(ids.ours) as (keyof SpaceIds)[];
  return {
    ids: Object.fromEntries(names.map((name) => [name, { own: ids.theirs[name], foreign: ids.ours[name] }])),
    queries: QUERIES,
    bodies: {
      'PATCH /api/v1/team/{colleagueId}': { version: 1, functions: ['host'] },
      'PATCH /api/v1/titles/{titleId}': { version: 1, functions: ['host'] },
      'PATCH /api/v1/places/{placeId}': { version: 1, language: 'en' },
      'POST /api/v1/places/{placeId}/remove': { name: `Lieu ${mark}` },
      'POST /api/v1/imports': { fileName: 'x.json', bytes: 10 },
      'POST /api/v1/imports/{runId}/start': { connector: 'forum-json' },
      'PATCH /api/v1/themes/{themeId}': { version: 1, retired: true },
      'POST /api/v1/themes/{themeId}/merge': { version: 1 },
      'POST /api/v1/themes/{themeId}/unmerge': { version: 1 },
      'POST /api/v1/themes/{themeId}/split': { version: 1, terms: [mark] },
      'PUT /api/v1/themes/{themeId}/threads/{threadId}': { belongs: true },
      'PUT /api/v1/messages/{messageId}/tone': { tone: 'neutral' },
      'PUT /api/v1/threads/{threadId}/kind': { kind: 'other' },
      'PATCH /api/v1/segments/{segmentId}': { version: 1, name: 'Segment' },
      'PATCH /api/v1/notes/{noteId}': { day: '2026-02-03', text: 'Note', version: 1 },
      'PATCH /api/v1/members/{memberId}': { version: 1, name: 'Zoé' },
      'POST /api/v1/members/{memberId}/affiliations': { organisation: 'Nord', from: null, until: null },
      'POST /api/v1/members/{memberId}/erase': { name: `Zoé ${mark} 1`, reason: 'other' },
      'POST /api/v1/merges': { reason: 'by_hand' },
      ...mandateBodies(),
      ...COURSE_BODIES,
      ...VALUE_BODIES,
      'POST /api/v1/decisions/{insightId}/answers': { version: 1, answer: 'yes', reason: mark },
      'POST /api/v1/decisions/{insightId}/deliveries': { version: 1, day: '2026-02-03', text: mark },
      'POST /api/v1/decisions/{insightId}/owner': { version: 1, due: '2026-05-01', to: {} },
      'POST /api/v1/loop/{insightId}/told': { text: mark, language: 'fr' },
      'PUT /api/v1/members/{memberId}/silence': { silent: true },
      ...signalBodies(),
      'PUT /api/v1/charter/{responsibility}': { function: null, was: null, letter: 'C' },
    },
  };
}

const STEP = { version: 1, text: 'Dit' };

function mandateBodies(): Readonly<Record<string, object>> {
  const days = { fromDay: '2026-02-01', untilDay: '2900-01-01' };
  const terms = { intention: 'Répondre', freedom: 'Le ton', effortHours: 5, ...days, expects: null };
  const acts = ['give', 'accept', 'discuss', 'answer', 'start', 'finish', 'withdraw'];
  return {
    'POST /api/v1/mandates': terms,
    'PATCH /api/v1/mandates/{mandateId}': { ...terms, version: 1 },
    ...Object.fromEntries(acts.map((act) => [`POST /api/v1/mandates/{mandateId}/${act}`, STEP])),
    'POST /api/v1/mandates/{mandateId}/judge': { ...STEP, verdict: 'cannot_tell' },
    'POST /api/v1/actions': { kind: 'call', day: '2026-02-01', tie: 'mandate', minutes: 10, note: null },
    'PATCH /api/v1/actions/{actionId}': { version: 1, tie: 'mandate', minutes: null, note: null },
  };
}

function signalBodies(): Readonly<Record<string, object>> {
  return {
    'POST /api/v1/signals': { kind: 'need', line: 'Un signal' },
    'POST /api/v1/signals/{signalId}/merge': { version: 1 },
    'POST /api/v1/signals/{signalId}/dismiss': { version: 1, why: 'Hors sujet' },
    'POST /api/v1/signals/{signalId}/reopen': { version: 1 },
    'POST /api/v1/insights': { statement: 'Un enseignement', version: 1 },
    'PATCH /api/v1/insights/{insightId}': { version: 1, ask: 'Décider' },
    'POST /api/v1/insights/{insightId}/submit': { version: 1 },
  };
}

/** What the door would hand to a route for people of the other workspace who name things of ours. */
export function callOf(route: Route, spaces: TwoSpaces): readonly { params: unknown; query: unknown; body: unknown }[] {
  const { ours } = spaces.ids;
  const known = knownIds(spaces);
  const key = routeKey(route);
  const params = route.params?.parse({ ...ours, ...NAMED });
  const body = route.body?.safeParse({ ...ours, place: { id: ours.placeId }, ...known.bodies?.[key] });
  return questionsOf(route, ours, spaces.mark).flatMap((question) => {
    const query = route.query?.safeParse(Object.fromEntries(new URLSearchParams(question)));
    return query?.success === false || body?.success === false
      ? []
      : [{ params, query: query?.data, body: body?.data }];
  });
}

interface Read {
  readonly route: string;
  readonly path: string;
  readonly status: number;
  readonly text: string;
  readonly cache: string | null;
}

/** Addresses that ask for one thing each: nothing more, each known id, and words that only one workspace holds. */
function questionsOf(route: Route, ids: SpaceIds, mark: string): readonly string[] {
  const key = routeKey(route);
  const base: Readonly<Record<string, string>> = key in QUERIES ? QUERIES[key as keyof typeof QUERIES] : {};
  const fields = Object.keys(route.query?.shape ?? {});
  const byId = fields.flatMap((name) => (name in ids ? [{ ...base, [name]: ids[name as keyof SpaceIds] }] : []));
  const byWord = fields.flatMap((name) =>
    ['q', 'organisation', 'action'].includes(name) ? [{ ...base, [name]: mark }] : [],
  );
  const byFormat = fields.flatMap((name) =>
    name === 'format' ? ['csv', 'json', 'ndjson'].map((format) => ({ ...base, format })) : [],
  );
  return [base, ...byId, ...byWord, ...byFormat].map((query) => new URLSearchParams(query).toString());
}

export const DOORS = {
  /** Whether keys may come in by this route. */
  forKeys(route: Route): boolean {
    const access: Access | undefined = Object.entries<Access>(PERMISSIONS).find(
      ([key]) => key === routeKey(route),
    )?.[1];
    return typeof access === 'object' && access.key !== undefined;
  },

  /** Every answer of every reading route, to every question about the ids and the word of either workspace. */
  async readAll(
    { house, ids, mark }: TwoSpaces,
    { browser, headers }: Pick<Caller, 'browser' | 'headers'>,
    whose: 'ours' | 'theirs',
  ): Promise<readonly Read[]> {
    const reads: Read[] = [];
    const asked = new Set<string>();
    for (const route of house.app.routes.filter(({ method }) => method === 'get')) {
      for (const [pathIds, queryIds] of [
        [ids[whose], ids[whose]],
        [ids[whose], ids.ours],
        [ids.ours, ids.ours],
      ] as const) {
        const path = pathOf(route, pathIds);
        for (const query of questionsOf(route, queryIds, mark)) {
          if (asked.has(`${path}?${query}`)) continue;
          asked.add(`${path}?${query}`);
          const { status, text, headers: told } = await browser.call('GET', `${path}?${query}`, undefined, headers);
          reads.push({
            route: routeKey(route),
            path: `${path}?${query}`,
            status,
            text: withoutEcho(text, ids.ours, `${path}?${query}`),
            cache: told.get('cache-control'),
          });
        }
      }
    }
    return reads;
  },
} as const;

function pathOf({ path }: Route, ids: SpaceIds): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    if (name in NAMED) return NAMED[name as keyof typeof NAMED];
    return name in ids ? ids[name as keyof SpaceIds] : 'x'.repeat(43);
  });
}

/** An id somebody wrote into his own address may be said back to him. */
function withoutEcho(text: string, ids: SpaceIds, path: string): string {
  const asked = Object.values(ids).filter((id) => path.includes(id));
  return asked.reduce((plain, id) => plain.replaceAll(id, '‹id›'), text);
}
