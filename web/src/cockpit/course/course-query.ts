import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { CourseView, ObjectivePage } from '#cockpit/course/wire.ts';
import type { Language } from '#kernel/language.ts';
import { api } from '#web/app/api.ts';
import type { TeamPage } from '#workspace/team/wire.ts';
import { askAgain } from './say-course.ts';

/** The vision and every objective. Reasons come in the reader's language, so it is part of the question. */
export const courseQuery = (ws: string, reader: Language) =>
  queryOptions({
    queryKey: [ws, 'course', reader],
    queryFn: ({ signal }) => api.get<CourseView>('/course', { signal }),
    refetchInterval: ({ state }) => askAgain(state.data?.objectives ?? []),
  });

export const objectiveQuery = (ws: string, reader: Language, id: string) =>
  queryOptions({
    queryKey: [ws, 'course', 'objective', id, reader],
    queryFn: ({ signal }) => api.get<ObjectivePage>(`/objectives/${id}`, { signal }),
    refetchInterval: ({ state }) => askAgain(state.data === undefined ? [] : [state.data]),
  });

/** Who may carry or sponsor an objective: whoever works here now. */
export const teamQuery = (ws: string) =>
  queryOptions({
    queryKey: [ws, 'team'],
    queryFn: ({ signal }) => api.get<TeamPage>('/team', { signal }),
    staleTime: 60_000,
  });

/** Everything of the course is asked again after a change. */
export function useCourseChanged(ws: string): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: [ws, 'course'] });
}
