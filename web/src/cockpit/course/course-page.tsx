import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Plus, Printer } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { CourseObjective, CourseView } from '#cockpit/course/wire.ts';
import { useShortcut } from '#web/app/shortcuts.ts';
import { useFormat, useLanguage, useWords } from '#web/i18n/index.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { courseQuery } from './course-query.ts';
import { ForecastRecord } from './forecast.tsx';
import { NewObjective } from './new-objective.tsx';
import { ObjectiveRow } from './objective-row.tsx';
import { Templates } from './templates-start.tsx';
import type { TemplateKind } from './templates.ts';
import { VisionCard } from './vision-card.tsx';

const route = getRouteApi('/$ws/course');

/** The vision on top, then every objective with its key results, on one screen. */
export function CoursePage(): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { ws } = route.useParams();
  const course = useQuery(courseQuery(ws, useLanguage()));
  const [from, setFrom] = useState<TemplateKind | 'blank'>();
  const mayCreate = course.data?.can.create === true;
  useShortcut('courseNew', () => setFrom('blank'), mayCreate);
  return (
    <Page
      title={t('course.title')}
      {...(course.data === undefined ? {} : { aside: format.day(course.data.today, 'long') })}
      actions={
        <>
          <IconButton label={t('course.print')} icon={<Printer size={16} />} onClick={() => window.print()} />
          {mayCreate && (
            <Button tone="main" keys="n" onClick={() => setFrom('blank')}>
              <Plus aria-hidden size={14} />
              {t('course.new')}
            </Button>
          )}
        </>
      }
    >
      {course.isPending && <Skeleton />}
      {course.isError && <ErrorNote error={course.error} onRetry={() => void course.refetch()} />}
      {course.data !== undefined && <Course ws={ws} course={course.data} onStart={setFrom} />}
      {from !== undefined && <NewObjective ws={ws} from={from} onClose={() => setFrom(undefined)} />}
    </Page>
  );
}

interface CourseProps {
  readonly ws: string;
  readonly course: CourseView;
  readonly onStart: (kind: TemplateKind | 'blank') => void;
}

function Course({ ws, course, onStart }: CourseProps): ReactNode {
  const t = useWords();
  const { objectives, today, can, vision, record } = course;
  const open = objectives.filter(({ state }) => state === 'live' || state === 'draft').toSorted(liveFirst);
  const ended = objectives.filter(({ state }) => state !== 'live' && state !== 'draft');
  return (
    <>
      <VisionCard ws={ws} vision={vision} />
      <section aria-labelledby="objectives" className="grid gap-2">
        <h2 id="objectives" className="sr-only">
          {t('course.objectives')}
        </h2>
        {open.length === 0 ? (
          <Templates onStart={can.create ? onStart : undefined} />
        ) : (
          <List ws={ws} objectives={open} today={today} />
        )}
        {open.some(({ keyResults }) => keyResults.some(({ forecast }) => forecast !== null)) && (
          <ForecastRecord record={record} />
        )}
      </section>
      {ended.length > 0 && (
        <details>
          <summary className="mb-2 w-fit text-soft hover:text-ink">{t('course.ended', { n: ended.length })}</summary>
          <List ws={ws} objectives={ended} today={today} />
        </details>
      )}
    </>
  );
}

function liveFirst(a: CourseObjective, b: CourseObjective): number {
  return Number(b.state === 'live') - Number(a.state === 'live') || a.horizon.localeCompare(b.horizon);
}

interface ListProps {
  readonly ws: string;
  readonly objectives: readonly CourseObjective[];
  readonly today: string;
}

function List({ ws, objectives, today }: ListProps): ReactNode {
  return (
    <ul className="rounded-lg border border-line bg-card">
      {objectives.map((one) => (
        <ObjectiveRow key={one.id} ws={ws} objective={one} today={today} />
      ))}
    </ul>
  );
}
