import { useState } from 'react';
import type { ReactNode } from 'react';
import type { VisionVersion, VisionView } from '#cockpit/course/visions/wire.ts';
import { api } from '#web/app/api.ts';
import { sayProblem } from '#web/app/say-problem.ts';
import { useShortcut } from '#web/app/shortcuts.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { StateChip } from '#web/ui/chip.tsx';
import { Dots } from '#web/ui/dots.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { say } from '#web/ui/toast.tsx';
import { useCourseChanged } from './course-query.ts';
import { VisionDialog } from './vision-dialog.tsx';

interface VisionCardProps {
  readonly ws: string;
  readonly vision: VisionView;
}

/** Why the community exists, who confirmed it, and whether that is to be asked again. */
export function VisionCard({ ws, vision }: VisionCardProps): ReactNode {
  const t = useWords();
  const [writing, setWriting] = useState(false);
  const { versions, can } = vision;
  const [latest, ...earlier] = versions;
  useShortcut('courseVision', () => setWriting(true), can.write);
  return (
    <section aria-label={t('course.vision')}>
      {latest === undefined ? (
        <EmptyState
          why={t('course.vision.none')}
          example={t('course.vision.none.example')}
          action={can.write && <Button onClick={() => setWriting(true)}>{t('course.vision.write')}</Button>}
        />
      ) : (
        <div className="grid gap-2 rounded-lg border border-line bg-card px-4 py-3.5">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h2 className="mr-auto">{t('course.vision')}</h2>
            <Asking vision={vision} />
            <span className="no-print flex gap-1.5">
              {can.confirm && vision.asking?.isDue === true && <Confirm ws={ws} latest={latest} />}
              {can.write && (
                <Button tone="quiet" keys="v" onClick={() => setWriting(true)}>
                  {t('course.vision.change')}
                </Button>
              )}
            </span>
          </div>
          <p className="max-w-[75ch] text-md whitespace-pre-line">{latest.text}</p>
          <Said version={latest} />
          {earlier.length > 0 && <Earlier versions={earlier} />}
        </div>
      )}
      {writing && <VisionDialog ws={ws} latest={latest} onClose={() => setWriting(false)} />}
    </section>
  );
}

function Asking({ vision: { asking, versions } }: { readonly vision: VisionView }): ReactNode {
  const t = useWords();
  const format = useFormat();
  if (asking === null) return undefined;
  if (!asking.isDue) return <small>{t('course.vision.next', { day: format.day(asking.on) })}</small>;
  const isNew = versions[0]?.confirmations.length === 0;
  return (
    <StateChip state="waiting">
      {isNew ? t('course.vision.due') : t('course.vision.again', { day: format.day(asking.on) })}
    </StateChip>
  );
}

function Said({ version }: { readonly version: VisionVersion }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const [confirmed] = version.confirmations;
  const by = t('course.vision.by', {
    number: version.number,
    name: version.writtenBy,
    day: format.dayOf(version.writtenAt, 'short'),
  });
  const said = confirmed && t('course.vision.said', { name: confirmed.by, day: format.dayOf(confirmed.at, 'short') });
  return (
    <small>
      <Dots>
        {by}
        {said}
      </Dots>
    </small>
  );
}

function Earlier({ versions }: { readonly versions: readonly VisionVersion[] }): ReactNode {
  const t = useWords();
  return (
    <details className="no-print text-sm">
      <summary className="w-fit text-soft hover:text-ink">
        {t('course.vision.versions', { n: versions.length })}
      </summary>
      <ol className="mt-2 grid gap-3">
        {versions.map((version) => (
          <li key={version.number} className="grid gap-0.5 border-l-2 border-line pl-3">
            <p className="max-w-[75ch] whitespace-pre-line text-soft">{version.text}</p>
            <Said version={version} />
          </li>
        ))}
      </ol>
    </details>
  );
}

function Confirm({ ws, latest }: { readonly ws: string; readonly latest: VisionVersion }): ReactNode {
  const t = useWords();
  const changed = useCourseChanged(ws);
  const confirm = async (): Promise<void> => {
    try {
      await api.post('/vision/confirm', { number: latest.number });
      say(t('course.vision.confirmed'));
    } catch (error) {
      sayProblem(error, t);
    }
    await changed();
  };
  return <Button onClick={() => void confirm()}>{t('course.vision.confirm')}</Button>;
}
