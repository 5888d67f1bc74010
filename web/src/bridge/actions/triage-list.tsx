import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { FoundAction, FoundList, Tie } from '#bridge/actions/wire.ts';
import { useShortcut } from '#web/app/shortcuts.ts';
import { useWords } from '#web/i18n/index.ts';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { say } from '#web/ui/toast.tsx';
import { SortBar } from './sort-bar.tsx';
import { TriageRow } from './triage-row.tsx';
import { useSort } from './use-sort.ts';
import type { Item } from './use-sort.ts';

interface TriageListProps {
  readonly ws: string;
  readonly list: FoundList;
}

/** A lot of messages and what is said of them, by hand or by key: of those that are chosen, else of the one in focus. */
export function TriageList({ ws, list: { items: found, mandates, can } }: TriageListProps): ReactNode {
  const t = useWords();
  const frame = useRef<HTMLUListElement>(null);
  // What was sorted leaves with the focus on it: the one in its place takes it.
  const refocus = useRef(false);
  const [here, setHere] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [mandateId, setMandateId] = useState('');
  const [minutes, setMinutes] = useState('');
  const { gone, sort } = useSort(ws);
  const items = found.filter(({ id }) => !gone.has(id));
  const picked = items.filter(({ id }) => chosen.has(id));
  const current = items[Math.min(here, items.length - 1)];
  const meant = picked.length > 0 ? picked : current === undefined ? [] : [current];
  const boxAt = (place: number): HTMLInputElement | undefined =>
    frame.current?.querySelectorAll<HTMLInputElement>('input[type=checkbox]')[place];
  useEffect(() => {
    if (!refocus.current || items.length === 0) return;
    refocus.current = false;
    boxAt(Math.min(here, items.length - 1))?.focus();
  });
  const go = (by: number): void => {
    const isInside = frame.current?.contains(document.activeElement) === true;
    boxAt(Math.max(0, Math.min(items.length - 1, isInside ? here + by : here)))?.focus();
  };
  const toggle = (item: FoundAction | undefined): void => {
    if (item === undefined) return;
    const next = new Set(chosen);
    if (!next.delete(item.id)) next.add(item.id);
    setChosen(next);
  };
  const all = (): void => setChosen(picked.length === items.length ? new Set() : new Set(items.map(({ id }) => id)));
  const serve = (tie: Tie): void => {
    const sorted = meant.flatMap((item): readonly Item[] => {
      const to = mandateId === '' ? item.proposal?.mandateId : mandateId;
      if (tie !== 'mandate') return [{ messageId: item.id, tie }];
      return to === undefined ? [] : [{ messageId: item.id, tie, mandateId: to }];
    });
    if (sorted.length === 0) {
      if (meant.length > 0) say(t('actions.no_proposal'));
      return;
    }
    sort(sorted, minutes);
    setChosen(new Set());
    refocus.current = true;
  };
  const onKey = (event: KeyboardEvent): void => {
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(1),
      ArrowUp: () => go(-1),
      Enter: () => can.sort && serve('mandate'),
    };
    const run = event.target instanceof HTMLInputElement ? keys[event.key] : undefined;
    if (run === undefined) return;
    event.preventDefault();
    run();
  };
  useShortcut('actionNext', () => go(1));
  useShortcut('actionPrevious', () => go(-1));
  useShortcut('actionChoose', () => toggle(current), can.sort);
  useShortcut('actionAll', all, can.sort);
  useShortcut('actionOffplan', () => serve('offplan'), can.sort);
  useShortcut('actionHouse', () => serve('house'), can.sort);
  return (
    <>
      {can.sort && (
        <SortBar
          mandates={mandates}
          count={picked.length}
          mandateId={mandateId}
          onMandate={setMandateId}
          minutes={minutes}
          onMinutes={setMinutes}
          onServe={serve}
          onAll={all}
          isAll={items.length > 0 && picked.length === items.length}
        />
      )}
      {/* The lot that was shown is sorted, and the next one is still to come. */}
      {items.length === 0 && <Skeleton />}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the boxes inside, which bubble */}
      <ul
        ref={frame}
        onKeyDown={onKey}
        aria-label={t('actions.tab.sort')}
        className="rounded-lg border border-line bg-card"
      >
        {items.map((item, place) => (
          <TriageRow
            key={item.id}
            ws={ws}
            item={item}
            mandate={mandates.find(({ id }) => id === item.proposal?.mandateId)?.intention}
            isChosen={chosen.has(item.id)}
            onChoose={() => toggle(item)}
            onFocus={() => setHere(place)}
          />
        ))}
      </ul>
    </>
  );
}
