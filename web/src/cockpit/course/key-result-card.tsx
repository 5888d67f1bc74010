import { Link } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { CourseKeyResult } from '#cockpit/course/wire.ts';
import { api } from '#web/app/api.ts';
import { addDays } from '#web/cockpit/health/days.ts';
import type { Speech } from '#web/cockpit/health/say-figure.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { IconButton } from '#web/ui/button.tsx';
import { Dots } from '#web/ui/dots.tsx';
import { say } from '#web/ui/toast.tsx';
import { useCourseChanged } from './course-query.ts';
import { Forecast } from './forecast.tsx';
import { KeyResultChart } from './key-result-chart.tsx';
import { PaceChip, useStandingNote } from './key-result-line.tsx';
import { lastReading, measured } from './say-course.ts';
import { SliceWords } from './slice-words.tsx';
import { WhyDialog } from './why-dialog.tsx';

interface KeyResultCardProps {
  readonly ws: string;
  readonly keyResult: CourseKeyResult;
  readonly today: string;
  readonly isLive: boolean;
  readonly mayDrop: boolean;
}

/** One key result with everything that was measured for it. */
export function KeyResultCard({ ws, keyResult, today, isLive, mayDrop }: KeyResultCardProps): ReactNode {
  const t = useWords();
  const { id, figure, slice, spanDays, version } = keyResult;
  const changed = useCourseChanged(ws);
  const [dropping, setDropping] = useState(false);
  const note = useStandingNote({ keyResult, isLive });
  return (
    <article className="grid min-w-0 content-start gap-2 rounded-lg border border-line bg-card px-3.5 py-3 break-inside-avoid">
      <header className="flex items-start gap-2">
        <div className="grid min-w-0 flex-1">
          <h3>
            <Link
              to="/$ws/health/$figure"
              params={{ ws, figure: figure.id }}
              search={{ ...slice }}
              title={t('course.health')}
              className="hover:underline"
            >
              {figure.name}
            </Link>
          </h3>
          <small>
            <Dots>
              {t('course.over_weeks', { n: spanDays / 7 })}
              {Object.keys(slice).length === 0 ? t('course.slice.all') : <SliceWords ws={ws} slice={slice} />}
            </Dots>
          </small>
        </div>
        <PaceChip keyResult={keyResult} isLive={isLive} />
        {mayDrop && (
          <span className="no-print">
            <IconButton
              label={t('course.key_result.drop.title', { name: figure.name })}
              icon={<Trash2 size={14} />}
              onClick={() => setDropping(true)}
            />
          </span>
        )}
      </header>
      <Values keyResult={keyResult} />
      {note !== undefined && <p className="text-sm text-soft">{note}</p>}
      <Forecast keyResult={keyResult} isLive={isLive} />
      <KeyResultChart keyResult={keyResult} today={today} />
      {dropping && (
        <WhyDialog
          title={t('course.key_result.drop.title', { name: figure.name })}
          lead={t('course.key_result.drop.lead')}
          label={t('course.key_result.drop.why')}
          act={t('course.key_result.drop')}
          isDanger
          onClose={() => setDropping(false)}
          run={async (why) => {
            await api.post(`/key-results/${id}/drop`, { version, why });
            say(t('course.key_result.dropped'));
            await changed();
          }}
        />
      )}
    </article>
  );
}

/** From where, where it is, to where; each with its day. */
function Values({ keyResult }: { readonly keyResult: CourseKeyResult }): ReactNode {
  const speech: Speech = { t: useWords(), format: useFormat() };
  const { t, format } = speech;
  const { baseline, target, due } = keyResult;
  const last = lastReading(keyResult);
  const cells = [
    {
      name: t('course.from'),
      value: measured(keyResult, baseline.value, speech),
      day: t('course.measured_on', { day: format.day(addDays(baseline.until, -1)) }),
    },
    {
      name: t('course.now'),
      value: last?.value == null ? '–' : measured(keyResult, last.value, speech),
      day: last === undefined ? '' : t('course.measured_on', { day: format.day(last.day) }),
    },
    {
      name: t('course.to'),
      value: measured(keyResult, target, speech),
      day: t('course.due', { day: format.day(due) }),
    },
  ];
  return (
    <dl className="grid grid-cols-3 gap-2">
      {cells.map(({ name, value, day }, place) => (
        <div key={name} className="grid min-w-0">
          <dt className="text-sm text-soft">{name}</dt>
          <dd className="grid">
            <span className={place === 1 ? 'text-lg font-semibold tabular-nums' : 'text-lg tabular-nums'}>{value}</span>
            <small>{day}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}
