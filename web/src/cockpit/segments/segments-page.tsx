import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SegmentList } from '#cockpit/segments/wire.ts';
import { useShortcut } from '#web/app/shortcuts.ts';
import { useFormat, useLanguage, useWords } from '#web/i18n/index.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { sayRule } from './say-rule.ts';
import { SegmentLine } from './segment-line.tsx';
import { partsQuery, segmentsQuery } from './segments-query.ts';

const route = getRouteApi('/$ws/segments');

/** The groups of members one looks at again and again: those of the house, and those somebody wrote. */
export function SegmentsPage(): ReactNode {
  const t = useWords();
  const { ws } = route.useParams();
  const navigate = useNavigate();
  const segments = useQuery(segmentsQuery(ws));
  const mayCreate = segments.data?.can.create === true;
  useShortcut('segmentNew', () => void navigate({ to: '/$ws/segments/new', params: { ws } }), mayCreate);
  return (
    <Page
      title={t('segments.title')}
      actions={
        mayCreate && (
          <LinkButton tone="main" keys="n" to="/$ws/segments/new" params={{ ws }}>
            <Plus aria-hidden size={14} />
            {t('segments.new')}
          </LinkButton>
        )
      }
    >
      {segments.isPending && <Skeleton />}
      {segments.isError && <ErrorNote error={segments.error} onRetry={() => void segments.refetch()} />}
      {segments.data !== undefined && <Lists ws={ws} segments={segments.data} />}
    </Page>
  );
}

function Lists({ ws, segments }: { readonly ws: string; readonly segments: SegmentList }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const parts = useQuery({ ...partsQuery(ws), enabled: segments.items.length > 0 });
  const { can } = segments;
  return (
    <div className="grid max-w-[64rem] gap-5">
      <p className="max-w-[70ch] text-soft">{t('segments.lead')}</p>
      <section aria-labelledby="written" className="grid gap-2">
        <h2 id="written" className="text-md font-semibold">
          {t('segments.written')}
        </h2>
        {segments.items.length === 0 ? (
          <EmptyState
            why={t('segments.none')}
            example={t('segments.none.example')}
            action={
              can.create && (
                <LinkButton to="/$ws/segments/new" params={{ ws }}>
                  {t('segments.none.do')}
                </LinkButton>
              )
            }
          />
        ) : (
          <ul className="rounded-lg border border-line bg-card">
            {segments.items.map((segment) => (
              <SegmentLine
                key={segment.id}
                ws={ws}
                id={segment.id}
                name={segment.name}
                says={sayRule(segment.rule, { t, format, language, parts: parts.data })}
                mark={
                  <Chip hue={segment.shared ? 'cockpit' : 'plain'}>
                    {segment.shared ? t('segments.shared.by', { name: segment.owner }) : t('segments.own')}
                  </Chip>
                }
                written={segment}
                maySeeMembers={can.seeMembers}
              />
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="presets" className="grid gap-2">
        <h2 id="presets" className="text-md font-semibold">
          {t('segments.presets')}
        </h2>
        <ul className="rounded-lg border border-line bg-card">
          {segments.presets.map(({ id, name, definition }) => (
            <SegmentLine
              key={id}
              ws={ws}
              id={id}
              name={name[language]}
              says={definition[language]}
              maySeeMembers={can.seeMembers}
            />
          ))}
        </ul>
      </section>
    </div>
  );
}
