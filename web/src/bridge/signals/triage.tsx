import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Signal } from '#bridge/signals/wire.ts';
import { useShortcut } from '#web/app/shortcuts.ts';
import { useUrlState } from '#web/app/url-state.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { SortDialog } from './sort-dialogs.tsx';
import type { SortAct } from './sort-dialogs.tsx';
import { TriageItem } from './triage-item.tsx';

interface TriageProps {
  readonly ws: string;
  /** What waits, the latest first. */
  readonly items: readonly Signal[];
  readonly maySort: boolean;
}

/** What waits to be sorted, gone through with the keyboard: one is open, several can be chosen and sorted at once. */
export function Triage({ ws, items, maySort }: TriageProps): ReactNode {
  const t = useWords();
  const [{ signal: meantFirst }] = useUrlState();
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      items.findIndex(({ id }) => id === meantFirst),
    ),
  );
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [act, setAct] = useState<SortAct>();
  const here = Math.min(at, items.length - 1);
  const current = items[here];
  // What was sorted meanwhile, also by a colleague, is no longer among them.
  const picked = items.filter(({ id }) => chosen.has(id));
  const meant = picked.length > 0 ? picked : items.filter(({ id }) => id === current?.id);
  const list = useRef<HTMLOListElement>(null);
  const go = (to: number): void => {
    const next = Math.max(0, Math.min(items.length - 1, to));
    setAt(next);
    const item = list.current?.children[next];
    item?.scrollIntoView({ block: 'nearest' });
    // Readers of screens go along, and what comes next by Tab is what is open.
    item?.querySelector<HTMLElement>('button[aria-expanded]')?.focus({ preventScroll: true });
  };
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const isOn = items.length > 0;
  useShortcut('signalNext', () => go(here + 1), isOn);
  useShortcut('signalPrevious', () => go(here - 1), isOn);
  useShortcut('signalChoose', () => current !== undefined && toggle(current.id), isOn && maySort);
  useShortcut('signalMerge', () => setAct('merge'), isOn && maySort);
  useShortcut('signalInsight', () => setAct('insight'), isOn && maySort);
  useShortcut('signalDismiss', () => setAct('dismiss'), isOn && maySort);
  if (items.length === 0) return <EmptyState why={t('signals.sorted')} example={t('signals.sorted.example')} />;
  return (
    <>
      {picked.length > 0 && (
        <p role="status" className="flex flex-wrap items-center gap-2">
          {t('signals.chosen', { n: picked.length })}
          <Button tone="quiet" onClick={() => setChosen(new Set())}>
            {t('signals.chosen.none')}
          </Button>
        </p>
      )}
      <ol ref={list} className="grid max-w-[60rem] gap-2">
        {items.map((signal, index) => (
          <TriageItem
            key={signal.id}
            ws={ws}
            signal={signal}
            isOpen={index === here}
            isChosen={chosen.has(signal.id)}
            maySort={maySort}
            onOpen={() => setAt(index)}
            onToggle={() => toggle(signal.id)}
            onWith={(id) => setChosen(new Set([...chosen, signal.id, id]))}
            onAct={setAct}
          />
        ))}
      </ol>
      {act !== undefined && (
        <SortDialog
          ws={ws}
          act={act}
          signals={meant}
          onClose={() => setAct(undefined)}
          onDone={() => setAct(undefined)}
        />
      )}
    </>
  );
}
