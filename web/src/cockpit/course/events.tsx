import type { ReactNode } from 'react';
import type { CourseEvent } from '#cockpit/course/wire.ts';
import type { Language } from '#kernel/language.ts';
import { textOf, useFormat, useLanguage, useWords } from '#web/i18n/index.ts';
import { Dots } from '#web/ui/dots.tsx';
import type { AuditAction } from '#workspace/audit/wire.ts';

/** What happened to the objective and its key results, from the record. */
export function Events({ events }: { readonly events: readonly CourseEvent[] }): ReactNode {
  const t = useWords();
  return (
    <section aria-labelledby="events" className="grid gap-2 break-inside-avoid">
      <h2 id="events">{t('course.events')}</h2>
      <ol className="grid gap-1.5">
        {events.map((event) => (
          <Event key={event.number} event={event} />
        ))}
      </ol>
    </section>
  );
}

function Event({ event: { at, action, by, why, about } }: { readonly event: CourseEvent }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const key = `record.done.${action}`;
  return (
    <li className="flex flex-wrap items-baseline gap-x-2">
      <time dateTime={at} className="text-sm text-soft tabular-nums">
        {format.instant(at)}
      </time>
      <span>
        <Dots>
          {isSaid(language, key) ? t(key) : action}
          {about}
        </Dots>
      </span>
      <span className="text-soft">{by ?? t('course.events.system')}</span>
      {why !== null && <span className="basis-full pl-3 text-soft">{t('course.events.why', { why })}</span>}
    </li>
  );
}

/** `t` takes words that exist: an action without its words does not compile. */
function isSaid(language: Language, key: string): key is `record.done.${AuditAction}` {
  return textOf(language, key) !== undefined;
}
