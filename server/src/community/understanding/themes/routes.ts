import { z } from 'zod';
import { no, yes } from '#kernel/result.ts';
import type { Scoped } from '#platform/db/index.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import { seesFew } from '#workspace/privacy/index.ts';
import { smallestGroupOf } from '#workspace/privacy/lookup.ts';
import { mayCorrect } from './policy.ts';
import { quoteOf, toView } from './rules.ts';
import type { ThemesDeps } from './service.ts';
import * as service from './service.ts';
import { themeNamed, themesOf } from './lookup.ts';
import * as views from './views.ts';
import * as wire from './wire.ts';

const ThemeParams = z.object({ themeId: z.uuid() });
const NOTHING = { threads: 0, mentions: 0 };

/** What people speak of: themes, what is said of each, and corrections by people. */
export function themeRoutes(deps: ThemesDeps): readonly Route[] {
  return [...readingRoutes(deps), ...correctingRoutes(deps)];
}

function readingRoutes({ database }: ThemesDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/themes',
      summary: 'What people speak of: themes found in texts, as people corrected them',
      query: wire.ThemesQuery,
      answer: wire.ThemesView,
      handle: async ({ scope, query, functions }) =>
        database.inScope(scope, async (db) => {
          const counts = await views.countsOfThemes(db);
          const themes = await themesOf(db, query.retired === 'with');
          const items = themes.map((theme) => toView(theme, counts.get(theme.id) ?? NOTHING));
          return yes({ items, can: { correct: mayCorrect(functions) } });
        }),
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/themes/{themeId}',
      summary: 'One theme: its words, what was said lately, its threads; nobody is named',
      params: ThemeParams,
      query: wire.ThemeQuery,
      answer: wire.ThemeDetail,
      handle: async ({ scope, params, query, functions, actor }) =>
        database.inScope(scope, async (db) => {
          const theme = await themeNamed(db, params.themeId);
          if (theme === undefined) return no('http/not_found');
          const counts = await views.countsOfThemes(db);
          const persons = await views.personsOf(db, theme.id);
          const isHidden = !seesFew(actor) && persons < (await smallestGroupOf(db));
          const shown = isHidden ? HIDDEN : await shownOf(db, theme.id, theme.terms, query);
          return yes({
            theme: toView(theme, counts.get(theme.id) ?? NOTHING),
            persons: isHidden ? null : persons,
            ...shown,
            can: { correct: mayCorrect(functions) },
          });
        }),
    }),
  ];
}

const HIDDEN = { quotes: null, threads: null, out: null };
const TONE_WORDS: readonly (readonly [number, wire.ToneWord])[] = [
  [-1, 'negative'],
  [0, 'neutral'],
  [1, 'positive'],
];

async function shownOf(db: Scoped, themeId: string, terms: readonly string[], query: wire.ThemeQuery) {
  const quotes = (await views.quotesOf(db, themeId, query)).map((row): wire.Quote => ({
    messageId: row.message_id,
    threadId: row.thread_id,
    channelId: row.channel_id,
    place: row.place_name,
    when: row.day === null ? { at: (row.at ?? new Date(0)).toISOString() } : { day: row.day },
    words: quoteOf(row, terms),
    tone: TONE_WORDS.find(([tone]) => tone === row.tone)?.[1] ?? null,
    toneBy: row.tone_by,
  }));
  const threads = (await views.threadsOf(db, themeId)).map((row) => ({ ...row }));
  return { quotes, threads, out: (await views.threadsOutOf(db, themeId)).map((row) => ({ ...row })) };
}

function correctingRoutes(deps: ThemesDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'patch',
      path: '/api/v1/themes/{themeId}',
      summary: 'Rename a theme, set it aside, or take it up again',
      params: ThemeParams,
      body: wire.ThemePatch,
      handle: ({ scope, by, language, params, body }) =>
        service.patchTheme(deps, { scope, by, language }, params.themeId, body),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/themes/{themeId}/merge',
      summary: 'Make a theme part of another',
      params: ThemeParams,
      body: wire.ThemeMerge,
      handle: ({ scope, by, language, params, body }) =>
        service.mergeTheme(deps, { scope, by, language }, params.themeId, body),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/themes/{themeId}/unmerge',
      summary: 'Let a merged theme stand by itself again',
      params: ThemeParams,
      body: z.strictObject({ version: z.number().int().min(1) }),
      handle: ({ scope, by, language, params, body }) =>
        service.unmergeTheme(deps, { scope, by, language }, params.themeId, body.version),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/themes/{themeId}/split',
      summary: 'Make a new theme of some words of one',
      params: ThemeParams,
      body: wire.ThemeSplit,
      answer: z.object({ id: z.uuid() }),
      handle: ({ scope, by, language, params, body }) =>
        service.splitTheme(deps, { scope, by, language }, params.themeId, body),
    }),
    inWorkspace({
      method: 'put',
      path: '/api/v1/themes/{themeId}/threads/{threadId}',
      summary: 'Say that a thread belongs to a theme, or does not',
      params: ThemeParams.extend({ threadId: z.uuid() }),
      body: wire.ThreadInTheme,
      handle: ({ scope, by, params, body }) => service.placeThread(deps, scope, by, params, body.belongs),
    }),
  ];
}
