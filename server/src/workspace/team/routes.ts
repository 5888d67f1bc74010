import type { Database } from '#platform/db/index.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import type { Team } from './service.ts';
import { teamPage, titlesPage } from './views.ts';
import {
  ChangeColleague,
  ChangeTitle,
  ColleagueParams,
  HouseTitle,
  NewTitle,
  TeamPage,
  TitleParams,
  TitlesPage,
} from './wire.ts';

interface RouteDeps {
  readonly database: Database;
  readonly team: Team;
}

/** Colleagues and the house's titles. */
export function teamRoutes(deps: RouteDeps): readonly Route[] {
  return [...colleagueRoutes(deps), ...titleRoutes(deps)];
}

function colleagueRoutes({ database, team }: RouteDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/team',
      summary: 'Who works in this workspace',
      answer: TeamPage,
      async handle({ scope, by, functions }) {
        const page = await database.inScope(scope, teamPage);
        const items = page.map(({ personId: _, title, functions: held, ...one }) => ({
          ...one,
          functions: [...held],
          ...(title === undefined ? {} : { title }),
          joinedAt: one.joinedAt.toISOString(),
          isYou: by.kind === 'person' && by.colleagueId === one.id,
        }));
        const isAdmin = functions.includes('admin');
        return { ok: true, value: { items, can: { change: isAdmin, invite: isAdmin || functions.includes('pilot') } } };
      },
    }),
    inWorkspace({
      method: 'patch',
      path: '/api/v1/team/{colleagueId}',
      summary: "Change a colleague's functions or title",
      params: ColleagueParams,
      body: ChangeColleague,
      handle: ({ scope, by, language, params, body: { version, functions, title } }) =>
        team.change({ scope, by, language }, params.colleagueId, version, {
          ...(functions === undefined ? {} : { functions }),
          ...(title === undefined ? {} : { title }),
        }),
    }),
    inWorkspace({
      method: 'delete',
      path: '/api/v1/team/{colleagueId}',
      summary: 'Take a colleague out of this workspace',
      params: ColleagueParams,
      handle: ({ scope, by, params }) => team.remove(scope, by, params.colleagueId),
    }),
  ];
}

function titleRoutes({ database, team }: RouteDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/titles',
      summary: 'The titles of the house and their functions',
      answer: TitlesPage,
      async handle({ scope, functions }) {
        const items = (await database.inScope(scope, titlesPage)).map((one) => ({
          ...one,
          functions: [...one.functions],
        }));
        return { ok: true, value: { items, can: { change: functions.includes('admin') } } };
      },
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/titles',
      summary: 'Add a title',
      body: NewTitle,
      answer: HouseTitle,
      async handle({ scope, by, body }) {
        const added = await team.addTitle(scope, by, body);
        if (!added.ok) return added;
        return { ok: true, status: 201, value: { ...added.value, functions: [...added.value.functions] } };
      },
    }),
    inWorkspace({
      method: 'patch',
      path: '/api/v1/titles/{titleId}',
      summary: 'Change a title',
      params: TitleParams,
      body: ChangeTitle,
      answer: HouseTitle,
      async handle({ scope, by, language, params, body: { version, name, functions } }) {
        const change = {
          version,
          ...(name === undefined ? {} : { name }),
          ...(functions === undefined ? {} : { functions }),
        };
        const changed = await team.changeTitle({ scope, by, language }, params.titleId, change);
        return changed.ok
          ? { ok: true, value: { ...changed.value, functions: [...changed.value.functions] } }
          : changed;
      },
    }),
    inWorkspace({
      method: 'delete',
      path: '/api/v1/titles/{titleId}',
      summary: 'Take a title away',
      params: TitleParams,
      handle: ({ scope, by, params }) => team.removeTitle(scope, by, params.titleId),
    }),
  ];
}
