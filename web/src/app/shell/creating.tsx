import { useLocation, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { say } from '#web/ui/toast.tsx';
import { begin, creationsOf, useBegun } from '../creations.ts';
import { pointedNow, raise } from '../raise.ts';
import type { SessionSpace } from '../session.ts';
import { useLiveShortcut } from '../shortcuts.ts';

const NewObjective = lazy(async () => ({
  default: (await import('#web/cockpit/course/new-objective.tsx')).NewObjective,
}));
const NewInsight = lazy(async () => ({ default: (await import('#web/bridge/insights/new-insight.tsx')).NewInsight }));
const ActionDialog = lazy(async () => ({
  default: (await import('#web/bridge/actions/action-dialog.tsx')).ActionDialog,
}));

interface CreatingProps {
  readonly ws: string;
  readonly can: SessionSpace['can'];
}

/** What is begun from anywhere: its keys, and its form once it is asked for. */
export function Creating({ ws, can }: CreatingProps): ReactNode {
  const allowed = creationsOf(can);
  const begun = useBegun();
  const isAllowed = allowed.some(({ id }) => id === begun);
  return (
    <>
      {allowed.map(({ id, keys, word }) => (
        <Key key={id} keys={keys} word={word} run={() => begin(id)} />
      ))}
      {isAllowed && <Begun ws={ws} />}
    </>
  );
}

function Key({ run, ...shortcut }: Pick<Parameters<typeof useLiveShortcut>[0], 'keys' | 'word'> & { run: () => void }) {
  useLiveShortcut({ ...shortcut, place: 'everywhere' }, run);
  return undefined;
}

function Begun({ ws }: Pick<CreatingProps, 'ws'>): ReactNode {
  const begun = useBegun();
  const close = (): void => begin(undefined);
  if (begun === 'mandate') return <ToMandate ws={ws} />;
  if (begun === 'signal') return <ToSignal ws={ws} />;
  return (
    <Suspense>
      {begun === 'objective' && <NewObjective ws={ws} from="blank" onClose={close} />}
      {begun === 'insight' && <NewInsight ws={ws} onClose={close} />}
      {begun === 'action' && <ActionDialog ws={ws} onClose={close} />}
    </Suspense>
  );
}

/** A mandate has a page of its own; begun from an objective it is for that one. */
function ToMandate({ ws }: Pick<CreatingProps, 'ws'>): ReactNode {
  const navigate = useNavigate();
  const objective = useLocation({ select: ({ pathname }) => /\/course\/([0-9a-f-]{36})$/u.exec(pathname)?.[1] });
  useEffect(() => {
    begin(undefined);
    void navigate({ to: '/$ws/mandates/new', params: { ws }, search: objective === undefined ? {} : { objective } });
  }, [ws, objective, navigate]);
  return undefined;
}

/** A signal is something heard: where nothing is pointed at, one is led to where members are read. */
function ToSignal({ ws }: Pick<CreatingProps, 'ws'>): ReactNode {
  const t = useWords();
  const navigate = useNavigate();
  useEffect(() => {
    begin(undefined);
    const pointed = pointedNow();
    if (pointed !== undefined) return raise(pointed);
    say(t('shell.create.signal.choose'));
    void navigate({ to: '/$ws/threads', params: { ws } });
  }, [ws, t, navigate]);
  return undefined;
}
