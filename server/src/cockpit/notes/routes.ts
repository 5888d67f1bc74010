import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import type { NotesDeps } from './service.ts';
import * as service from './service.ts';
import * as wire from './wire.ts';

/** What people wrote beside the course of figures, and what happened there. */
export function noteRoutes(deps: NotesDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/notes',
      summary: 'Notes beside the course of figures, and events of the community, in a span of days',
      query: wire.NotesQuery,
      answer: wire.NotesView,
      handle: ({ scope, query, functions }) => service.askedNotes(deps, scope, query, functions),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/notes',
      summary: 'Write a note on a day',
      body: wire.NewNote,
      answer: wire.MadeNote,
      handle: ({ scope, by, body }) => service.addNote(deps, scope, by, body),
    }),
    inWorkspace({
      method: 'patch',
      path: '/api/v1/notes/{noteId}',
      summary: 'Change a note',
      params: wire.NoteParams,
      body: wire.ChangedNote,
      handle: ({ scope, by, language, params, body }) =>
        service.changeNote(deps, { scope, by, language }, params.noteId, body),
    }),
    inWorkspace({
      method: 'delete',
      path: '/api/v1/notes/{noteId}',
      summary: 'Remove a note',
      params: wire.NoteParams,
      handle: ({ scope, by, params }) => service.removeNote(deps, scope, by, params.noteId),
    }),
  ];
}
