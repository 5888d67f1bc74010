import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import type { Kind, RaisedSignal, Similar, SimilarView } from '#bridge/signals/wire.ts';
import { api } from '#web/app/api.ts';
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
  const queries = useQueryClient();
  const similar = useQuery(similarQuery(ws, pointed));
  const [line, setLine] = useState('');
  const [kind, setKind] = useState<Kind>('problem');
  const { busy, problem, run } = useAct();
  const done = (words: string, undo?: () => void): void => {
    say(words, undo === undefined ? {} : { undo });
    void queries.invalidateQueries({ queryKey: [ws, 'signals'] });
    onClose();
  };
  const takeBack = async ({ id, version }: RaisedSignal): Promise<void> => {
    await api.delete(`/signals/${id}`, { query: { version } });
    await queries.invalidateQueries({ queryKey: [ws, 'signals'] });
    say(t('signals.raise.undone'));
  };
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    run(async () => {
      const made = await api.post<RaisedSignal>('/signals', { ...pointed, kind, line });
      done(t('signals.raise.done'), () => void takeBack(made).catch((error: unknown) => sayProblem(error, t)));
    });
  };
  const join = (one: Similar): void =>
    run(async () => {
      await api.post(`/signals/${one.id}/evidence`, pointed);
      done(t('signals.join.done', { line: one.line }));
    });
  return (
    <Dialog
      open
      wide
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
        {!similar.isError && (
          <form id={form} onSubmit={send} className="grid gap-3 wide:grid-cols-[minmax(0,1fr)_10rem]">
            <Field label={t('signals.raise.line')} error={problem?.about('line') ?? problem?.detail}>
              <TextInput
                autoFocus
                maxLength={300}
                placeholder={t('signals.raise.placeholder')}
                value={line}
                onChange={(event) => setLine(event.target.value)}
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
        )}
        {similar.data !== undefined && similar.data.items.length > 0 && (
          <SimilarList
            ws={ws}
            items={similar.data.items}
            action={(one) =>
              one.reasons.some(({ is }) => is === 'message') ? (
                <small>{t('signals.similar.there')}</small>
              ) : (
                <Button onClick={() => join(one)}>{t('signals.join')}</Button>
              )
            }
          />
        )}
        {similar.data !== undefined && 'messageId' in pointed && (
          <CounterField ws={ws} messageId={pointed.messageId} onDone={done} />
        )}
      </div>
    </Dialog>
  );
}

function Heard({ heard }: { readonly heard: SimilarView['heard'] }): ReactNode {
  return (
    <figure className="grid gap-0.5 border-l-2 border-edge pl-3">
      <blockquote lang={heard.language === 'und' ? undefined : heard.language} className="line-clamp-4">
        {heard.text}
      </blockquote>
      <figcaption className="text-sm text-soft">
        {heard.author !== null && <>{heard.author} · </>}
        <When when={heard.when} /> · {heard.place} · {heard.channel}
      </figcaption>
    </figure>
  );
}
