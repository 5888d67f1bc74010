import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import type { ReactNode, RefObject, SubmitEvent } from 'react';
import type { KeptEvidence, Kind, RaisedSignal, Similar, SimilarView } from '#bridge/signals/wire.ts';
import { api } from '#web/app/api.ts';
import type { Problem } from '#web/app/problem.ts';
import type { Pointed } from '#web/app/raise.ts';
import { sayProblem } from '#web/app/say-problem.ts';
import { useAct } from '#web/app/use-act.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Field } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { say } from '#web/ui/toast.tsx';
import { When } from '#web/ui/when.tsx';
import { Dots } from '#web/ui/dots.tsx';
import { CounterField } from './counter-field.tsx';
import { KIND_WORDS, KINDS } from './say-signal.ts';
import { SimilarList } from './similar-list.tsx';
import { similarQuery } from './signals-query.ts';

interface RaiseDialogProps {
  readonly ws: string;
  readonly pointed: Pointed;
  readonly onClose: () => void;
}

/** Sends up what a message says: a line and a kind, Enter sends. What is like it is shown at once, to be joined instead. */
export function RaiseDialog({ ws, pointed, onClose }: RaiseDialogProps): ReactNode {
  const t = useWords();
  const form = useId();
  const field = useRef<HTMLInputElement>(null);
  const similar = useQuery(similarQuery(ws, pointed));
  const [line, setLine] = useState('');
  const { busy, problem, send, join, done } = useRaising(ws, pointed, onClose);
  return (
    <Dialog
      open
      wide
      focus={field}
      onClose={onClose}
      title={t('signals.raise.title')}
      lead={t('signals.raise.lead')}
      actions={
        <>
          <Button tone="quiet" onClick={onClose}>
            {t('signals.cancel')}
          </Button>
          <Button type="submit" form={form} tone="bridge" busy={busy} disabled={line.trim() === '' || similar.isError}>
            {t('signals.raise.send')}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        {similar.isPending && <Skeleton />}
        {similar.isError && <ErrorNote error={similar.error} />}
        {similar.data !== undefined && <Heard heard={similar.data.heard} />}
        <RaiseFields id={form} field={field} line={line} onLine={setLine} problem={problem} onSend={send} />
        {similar.data !== undefined && <Like ws={ws} items={similar.data.items} onJoin={join} />}
        {similar.isSuccess && 'messageId' in pointed && (
          <CounterField ws={ws} messageId={pointed.messageId} onDone={done} />
        )}
      </div>
    </Dialog>
  );
}

function useRaising(ws: string, pointed: Pointed, onClose: () => void) {
  const t = useWords();
  const queries = useQueryClient();
  const { busy, problem, run } = useAct();
  const done = (words: string, undo?: () => void): void => {
    say(words, undo === undefined ? {} : { undo });
    void queries.invalidateQueries({ queryKey: [ws, 'signals'] });
    void queries.invalidateQueries({ queryKey: [ws, 'insights'] });
    onClose();
  };
  const takeBack = async ({ id, version }: RaisedSignal): Promise<void> => {
    try {
      await api.delete(`/signals/${id}`, { query: { version } });
      say(t('signals.raise.undone'));
    } catch (error) {
      sayProblem(error, t);
    }
    await queries.invalidateQueries({ queryKey: [ws, 'signals'] });
  };
  const leave = async (one: Similar, evidenceId: string): Promise<void> => {
    try {
      await api.delete(`/signals/${one.id}/evidence/${evidenceId}`);
      say(t('signals.join.undone'));
    } catch (error) {
      sayProblem(error, t);
    }
    await queries.invalidateQueries({ queryKey: [ws, 'signals'] });
    await queries.invalidateQueries({ queryKey: [ws, 'insights'] });
  };
  const send = (kind: Kind, line: string): void =>
    run(async () => {
      const made = await api.post<RaisedSignal>('/signals', { ...pointed, kind, line });
      done(t('signals.raise.done'), () => void takeBack(made));
    });
  const join = (one: Similar): void =>
    run(async () => {
      const kept = await api.post<KeptEvidence>(`/signals/${one.id}/evidence`, pointed);
      done(t('signals.join.done', { line: one.line }), () => void leave(one, kept.id));
    });
  return { busy, problem, send, join, done };
}

interface RaiseFieldsProps {
  readonly id: string;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly line: string;
  readonly onLine: (line: string) => void;
  readonly problem: Problem | undefined;
  readonly onSend: (kind: Kind, line: string) => void;
}

function RaiseFields({ id, field, line, onLine, problem, onSend }: RaiseFieldsProps): ReactNode {
  const t = useWords();
  const [kind, setKind] = useState<Kind>('problem');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (line.trim() !== '') onSend(kind, line);
  };
  return (
    <form id={id} onSubmit={submit} className="grid gap-3 wide:grid-cols-[minmax(0,1fr)_10rem]">
      <Field label={t('signals.raise.line')} error={problem?.about('line') ?? problem?.detail}>
        <TextInput
          ref={field}
          maxLength={300}
          placeholder={t('signals.raise.placeholder')}
          value={line}
          onChange={(event) => onLine(event.target.value)}
        />
      </Field>
      <Field label={t('signals.raise.kind')}>
        <Select
          value={kind}
          onChange={(next) => setKind(KINDS.find((one) => one === next) ?? 'problem')}
          options={KINDS.map((one) => ({ value: one, label: t(KIND_WORDS[one]) }))}
        />
      </Field>
    </form>
  );
}

interface LikeProps {
  readonly ws: string;
  readonly items: readonly Similar[];
  readonly onJoin: (one: Similar) => void;
}

function Like({ ws, items, onJoin }: LikeProps): ReactNode {
  const t = useWords();
  if (items.length === 0) return undefined;
  return (
    <SimilarList
      ws={ws}
      items={items}
      action={(one) =>
        one.reasons.some(({ is }) => is === 'message') ? (
          <small>{t('signals.similar.there')}</small>
        ) : (
          <Button onClick={() => onJoin(one)}>{t('signals.join')}</Button>
        )
      }
    />
  );
}

function Heard({ heard }: { readonly heard: SimilarView['heard'] }): ReactNode {
  return (
    <figure className="grid gap-0.5 border-l-2 border-edge pl-3">
      <blockquote lang={heard.language === 'und' ? undefined : heard.language} className="line-clamp-4">
        {heard.text}
      </blockquote>
      <figcaption className="text-sm text-soft">
        <Dots>
          {heard.author}
          <When when={heard.when} />
          {heard.place}
          {heard.channel}
        </Dots>
      </figcaption>
    </figure>
  );
}
