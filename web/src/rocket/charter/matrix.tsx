import { useQueryClient } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { CharterLine, CharterView, LetterView, SetLetter } from '#rocket/charter/wire.ts';
import { api } from '#web/app/api.ts';
import { sayProblem } from '#web/app/say-problem.ts';
import { useLanguage, useWords } from '#web/i18n/index.ts';
import type { Translate } from '#web/i18n/index.ts';
import { Chip } from '#web/ui/chip.tsx';
import { cx } from '#web/ui/cx.ts';
import { charterQuery } from '#web/rocket/rocket-query.ts';
import { cellOf, columnsOf, moved, written } from './columns.ts';
import type { Column } from './columns.ts';

const STAGES = ['cockpit', 'bridge', 'field', 'house'] as const;
const HUES = { cockpit: 'text-cockpit', bridge: 'text-bridge', field: 'text-field', house: 'text-soft' } as const;

interface MatrixProps {
  readonly ws: string;
  readonly charter: CharterView;
  readonly by: 'function' | 'person';
}

/**
 * The matrix of letters: one stop for the tabulator, arrows move, letters write. Too wide for the screen it scrolls by
 * itself, the names of the lines stay.
 */
export function Matrix({ ws, charter, by }: MatrixProps): ReactNode {
  const t = useWords();
  const [at, setAt] = useState({ row: 0, column: 0 });
  const columns = columnsOf(charter, by);
  const { items } = charter;
  const column = Math.min(at.column, columns.length - 1);
  const set = useSet(ws);
  const onKey = (event: KeyboardEvent, line: CharterLine, one: Column): void => {
    const next = moved({ row: at.row, column }, event.key, { rows: items.length, columns: columns.length });
    const { own } = cellOf(line, one);
    const letter = charter.can.set && !event.metaKey && !event.ctrlKey ? written(event.key, own) : undefined;
    if (next === undefined && letter === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (next === undefined) return set(line, one, letter ?? null);
    setAt(next);
    focusCell(event.currentTarget.closest('table'), next);
  };
  return (
    <div className="overflow-x-auto rounded-lg border border-line bg-card">
      <table aria-label={t('charter.title')} className="w-full border-collapse text-left">
        <thead>
          <tr className="border-b border-line text-sm text-soft">
            <th scope="col" className="sticky left-0 z-(--layer-stuck) min-w-44 bg-card px-3.5 py-1.5 font-semibold">
              {t('charter.responsibility')}
            </th>
            {columns.map((one) => (
              <th key={one.key} scope="col" className="px-1.5 py-1.5 text-center font-semibold">
                {headOf(one, charter, t)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {STAGES.map((stage) => (
            <Fragment key={stage}>
              <tr>
                <th
                  scope="rowgroup"
                  colSpan={columns.length + 1}
                  className={cx('border-b border-line bg-sunk px-3.5 py-1 text-sm font-semibold', HUES[stage])}
                >
                  <span className="sticky left-3.5">{t(stage === 'house' ? 'charter.house' : `nav.${stage}`)}</span>
                </th>
              </tr>
              {items.map((line, row) =>
                line.stage !== stage ? undefined : (
                  <tr key={line.id} className="border-b border-line last:border-b-0">
                    <LineHead line={line} charter={charter} />
                    {columns.map((one, place) => (
                      <CellBox
                        key={one.key}
                        line={line}
                        column={one}
                        label={`${headOf(one, charter, t)}`}
                        place={`${row} ${place}`}
                        isHere={at.row === row && column === place}
                        onFocus={() => setAt({ row, column: place })}
                        onKey={(event) => onKey(event, line, one)}
                        onPress={
                          charter.can.set
                            ? () => set(line, one, written('Enter', cellOf(line, one).own) ?? null)
                            : undefined
                        }
                      />
                    ))}
                  </tr>
                ),
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function headOf(column: Column, { people }: CharterView, t: Translate): string {
  if (column.function !== null) return t(`team.function.${column.function}`);
  return people.find(({ id }) => id === column.colleagueId)?.name ?? '';
}

function focusCell(
  table: HTMLTableElement | null,
  { row, column }: { readonly row: number; readonly column: number },
): void {
  table?.querySelector<HTMLElement>(`[data-at="${row} ${column}"]`)?.focus();
}

/** Writes a letter and shows the charter as it then is; one that was changed meanwhile is told and read again. */
function useSet(ws: string): (line: CharterLine, column: Column, letter: LetterView | null) => void {
  const t = useWords();
  const queries = useQueryClient();
  return (line, column, letter) => {
    const { own } = cellOf(line, column);
    if (own === letter) return;
    const body: SetLetter = { function: column.function, colleagueId: column.colleagueId, was: own, letter };
    void api
      .put(`/charter/${line.id}`, body)
      .catch((error: unknown) => sayProblem(error, t))
      .finally(() => void queries.invalidateQueries(charterQuery(ws)));
  };
}

/** What it is, what is wrong with it, and who was seen at it. */
function LineHead({ line, charter }: { readonly line: CharterLine; readonly charter: CharterView }): ReactNode {
  const t = useWords();
  const language = useLanguage();
  const seen = line.people.filter(({ deeds }) => deeds > 0);
  return (
    <th
      scope="row"
      className="sticky left-0 z-(--layer-stuck) min-w-44 max-w-[26rem] bg-card px-3.5 py-1.5 text-left font-normal max-wide:w-44 print:w-auto"
    >
      <span className="block font-medium" title={line.about[language]}>
        {line.name[language]}
      </span>
      <span className="flex flex-wrap items-center gap-1 empty:hidden">
        {(charter.isBlank ? [] : line.issues).map((issue) => (
          <Chip key={issue} hue={issue === 'nobody' ? 'late' : 'wait'}>
            {t(`charter.issue.${issue}`)}
          </Chip>
        ))}
        {seen.length > 0 && (
          <small>
            {t('charter.seen', {
              who: seen
                .map(
                  ({ colleagueId, deeds }) =>
                    `${charter.people.find(({ id }) => id === colleagueId)?.name ?? ''} (${String(deeds)})`,
                )
                .join(', '),
            })}
          </small>
        )}
      </span>
    </th>
  );
}

interface CellBoxProps {
  readonly line: CharterLine;
  readonly column: Column;
  readonly label: string;
  readonly place: string;
  readonly isHere: boolean;
  readonly onFocus: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onPress: (() => void) | undefined;
}

function sayCell(letter: LetterView | null, deeds: number, t: Translate): string {
  const words = t(`charter.letter.${letter ?? 'none'}`);
  return deeds > 0 ? `${words}, ${t('charter.deeds', { n: deeds })}` : words;
}

const LOOKS = {
  A: 'bg-cockpit text-on-accent font-semibold',
  R: 'bg-cockpit-wash text-cockpit font-semibold',
  C: 'bg-sunk text-ink',
  I: 'text-soft',
} as const satisfies Readonly<Record<LetterView, string>>;

function CellBox({ line, column, label, place, isHere, onFocus, onKey, onPress }: CellBoxProps): ReactNode {
  const t = useWords();
  const { own, inherited, deeds } = cellOf(line, column);
  const letter = own ?? inherited;
  return (
    <td className="p-0.5 text-center">
      <button
        type="button"
        data-at={place}
        tabIndex={isHere ? 0 : -1}
        aria-label={`${label} : ${sayCell(letter, deeds, t)}`}
        aria-disabled={onPress === undefined || undefined}
        onFocus={onFocus}
        onKeyDown={onKey}
        onClick={onPress}
        className={cx(
          'mx-auto grid h-8 min-w-9 place-items-center rounded-md px-1 leading-none ring-inset hover:ring-1 hover:ring-edge pointer-coarse:h-10',
          letter !== null && own !== null && LOOKS[letter],
          own === null && 'text-faint',
        )}
      >
        <span>{letter ?? '·'}</span>
        {deeds > 0 && <span className="text-xs tabular-nums">{deeds}</span>}
      </button>
    </td>
  );
}
