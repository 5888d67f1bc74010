import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ChangeView, HistoryView, SheetView } from '#cockpit/value/telling/wire.ts';
import type { WordKey } from '#web/i18n/index.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { inputKey, sayNumber, sayThree } from './say-value.ts';
import type { Speech } from './say-value.ts';
import { useSpeech } from './use-speech.ts';
import { historyQuery } from './value-query.ts';

interface HistoryProps {
  readonly ws: string;
  readonly sheet: SheetView;
}

/** Every version, line by line: who changed what, and why. */
export function History({ ws, sheet }: HistoryProps): ReactNode {
  const speech = useSpeech(sheet.currency);
  const { t, format } = speech;
  const history = useQuery(historyQuery(ws, sheet.number));
  return (
    <details className="no-print rounded-lg border border-line bg-card px-3.5 py-3">
      <summary className="cursor-pointer text-sm font-semibold text-soft">{t('value.history')}</summary>
      {history.isError && <ErrorNote error={history.error} onRetry={() => void history.refetch()} />}
      <ol className="mt-2 grid gap-3">
        {history.data?.reviews.map((review) => (
          <li key={review.at} className="text-soft">
            {t('value.history.review', { by: review.by, day: format.dayOf(review.at), number: review.version })}
            {review.note !== null && ` ${t('value.history.note', { note: review.note })}`}
          </li>
        ))}
        {history.data?.versions.map((version) => (
          <Version key={version.number} version={version} speech={speech} />
        ))}
      </ol>
    </details>
  );
}

interface VersionProps {
  readonly version: HistoryView['versions'][number];
  readonly speech: Speech;
}

function Version({ version, speech }: VersionProps): ReactNode {
  const { t, format } = speech;
  const { number, by, at, why, changes } = version;
  return (
    <li className="grid gap-0.5">
      <b>
        {t('value.history.version', { number, by: by ?? t('value.history.house'), day: format.dayOf(at) })}
        {why !== null && <span className="font-normal"> {t('value.history.note', { note: why })}</span>}
      </b>
      <ul className="grid gap-0.5 pl-4 text-sm">
        {changes.map((change, place) => (
          <li key={place}>{sayChange(change, speech)}</li>
        ))}
      </ul>
    </li>
  );
}

function sayChange(change: ChangeView, speech: Speech): string {
  const { t } = speech;
  const { what, is, name, field, before, after } = change;
  if (field === null) return t(`value.change.${what === 'scenario' ? 'scenario' : 'line'}.${is}`, { name });
  const values = {
    field: fieldName(change, speech),
    before: tell(change, before, speech),
    after: tell(change, after, speech),
  };
  if (what === 'setting') return t('value.change.setting', values);
  return t('value.change.field', { name, ...values });
}

function fieldName({ what, stream, field, unit }: ChangeView, { t }: Speech): string {
  const id = field ?? '';
  if (what === 'setting') return t(`value.settings.${id}` as WordKey);
  if (stream === null || FIELDS.has(id)) return t(`value.field.${id}` as WordKey);
  const name = t(inputKey(stream, id));
  return unit === 'source' ? t('value.field.source', { name }) : name;
}

/** Fields of a line that are no numbers of it. */
const FIELDS: ReadonlySet<string> = new Set(['name', 'stream', 'every', 'event']);

function tell({ unit, field }: ChangeView, value: ChangeView['before'], speech: Speech): string {
  const { t } = speech;
  if (value === null) return t('value.change.nothing');
  if (typeof value === 'object')
    return unit === 'text' || unit === 'years' || unit === 'source' ? '' : sayThree(unit, value, speech);
  if (typeof value === 'number')
    return unit === 'share' ? sayNumber(unit, value, speech) : speech.format.number(value, 0);
  return field === 'every' || field === 'shape' ? t(`value.${field}.${value}` as WordKey) : sayCode(value, t);
}

/** Events stand in the record by their own word, with what part of them after it. */
function sayCode(value: string, t: Speech['t']): string {
  const [kind = '', ...rest] = value.split(' · ');
  return EVENTS.has(kind) ? [t(`value.event.${kind}` as WordKey), ...rest].join(' · ') : value;
}

const EVENTS: ReadonlySet<string> = new Set([
  'question_solved',
  'answer_read',
  'member_stayed',
  'idea_adopted',
  'content_made',
  'recruit_hired',
  'own',
]);
