import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { RuleParts, SegmentPreview, SegmentRule } from '#cockpit/segments/wire.ts';
import { api } from '#web/app/api.ts';
import { useFormat, useLanguage, useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { MemberWords } from './member-words.tsx';
import { sayRule } from './say-rule.ts';
import { SizeWords } from './size-words.tsx';

interface PreviewProps {
  readonly ws: string;
  /** Undefined while something is missing. */
  readonly rule: SegmentRule | undefined;
  readonly parts: RuleParts;
}

const PAUSE = 350;

/** Whom the rule means now: in words, how many, the first of them. Counted again when the writer pauses. */
export function Preview({ ws, rule, parts }: PreviewProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const settled = useSettled(rule);
  const preview = useQuery({
    queryKey: [ws, 'segment-preview', settled],
    queryFn: ({ signal }) => api.post<SegmentPreview>('/segments/preview', { rule: settled }, { signal }),
    enabled: settled !== undefined,
    placeholderData: keepPreviousData,
  });
  return (
    <Card title={t('segments.preview')} className="wide:sticky wide:top-3.5">
      <div className="grid gap-2">
        {rule === undefined ? (
          <p className="text-soft">{t('segments.preview.waiting')}</p>
        ) : (
          <p>{sayRule(rule, { t, format, language, parts })}.</p>
        )}
        {preview.isError && <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />}
        {rule !== undefined && !preview.isError && (
          <p aria-live="polite" className={preview.isPlaceholderData ? 'opacity-55' : ''}>
            <SizeWords size={preview.data} hasFailed={false} className="text-md" />
          </p>
        )}
        {rule !== undefined && preview.data !== undefined && (
          <>
            <small>{t('segments.as_of', { day: format.day(preview.data.asOf) })}</small>
            <ul aria-label={t('segments.first_ones')} className="-mx-3.5">
              {preview.data.items.map((member) => (
                <li key={member.id} className="border-t border-line">
                  <MemberWords member={member} />
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Card>
  );
}

/** The rule once it stayed the same for a moment, so that not every key is counted. */
function useSettled(rule: SegmentRule | undefined): SegmentRule | undefined {
  const text = JSON.stringify(rule);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return settled === undefined ? undefined : (JSON.parse(settled) as SegmentRule);
}
