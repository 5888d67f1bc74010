import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import type { ObjectiveLine } from '#cockpit/course/objectives/wire.ts';
import { api } from '#web/app/api.ts';
import { useAct } from '#web/app/use-act.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Field } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import type { Option } from '#web/ui/select.tsx';
import { TextArea, TextInput } from '#web/ui/text-input.tsx';
import { say } from '#web/ui/toast.tsx';
import { teamQuery, useCourseChanged } from './course-query.ts';
import type { ObjectiveDraft } from './draft.ts';
import { KINDS } from './templates.ts';

interface ObjectiveDialogProps {
  readonly ws: string;
  readonly start: ObjectiveDraft;
  /** The objective to change; absent: a new one. */
  readonly objective?: ObjectiveLine;
  readonly onClose: () => void;
  readonly onMade?: (id: string) => void;
}

/** Writes an objective, or changes one. */
export function ObjectiveDialog({ ws, start, objective, onClose, onMade }: ObjectiveDialogProps): ReactNode {
  const t = useWords();
  const form = useId();
  const changed = useCourseChanged(ws);
  const { busy, problem, run } = useAct();
  const [draft, setDraft] = useState(start);
  const set = (change: Partial<ObjectiveDraft>): void => setDraft((before) => ({ ...before, ...change }));
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const words = {
      ...draft,
      ownKind: draft.kind === 'own' ? draft.ownKind : null,
      sponsorId: draft.sponsorId || null,
    };
    run(async () => {
      if (objective === undefined) {
        const made = await api.post<{ id: string }>('/objectives', words);
        onMade?.(made.id);
      } else {
        await api.patch(`/objectives/${objective.id}`, { ...words, version: objective.version });
        say(t('course.saved'));
      }
      await changed();
      onClose();
    });
  };
  const isWhole =
    draft.title.trim() !== '' && draft.reason.trim() !== '' && draft.horizon !== '' && draft.ownerId !== '';
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t(objective === undefined ? 'course.form.new' : 'course.form.change')}
      {...(objective === undefined ? { lead: t('course.form.lead') } : {})}
      actions={
        <>
          <Button tone="quiet" onClick={onClose}>
            {t('course.cancel')}
          </Button>
          <Button tone="main" type="submit" form={form} busy={busy} disabled={!isWhole}>
            {t('course.save')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="grid gap-3">
        <Field label={t('course.form.title')} error={problem?.about('title')}>
          <TextInput maxLength={160} value={draft.title} onChange={(event) => set({ title: event.target.value })} />
        </Field>
        <Field label={t('course.form.reason')} error={problem?.about('reason')}>
          <TextArea
            rows={2}
            maxLength={2000}
            value={draft.reason}
            onChange={(event) => set({ reason: event.target.value })}
          />
        </Field>
        <Placing ws={ws} draft={draft} set={set} objective={objective} />
        {problem !== undefined && problem.errors.length === 0 && <ErrorNote error={problem} />}
      </form>
    </Dialog>
  );
}

const WIDE = 'w-full [&>select]:w-full';

interface PlacingProps {
  readonly ws: string;
  readonly draft: ObjectiveDraft;
  readonly set: (change: Partial<ObjectiveDraft>) => void;
  readonly objective: ObjectiveLine | undefined;
}

/** What kind it is, who carries and who sponsors it, until when. */
function Placing({ ws, draft, set, objective }: PlacingProps): ReactNode {
  const t = useWords();
  return (
    <div className="grid gap-3 wide:grid-cols-2">
      <Field label={t('course.form.kind')}>
        <Select
          className={WIDE}
          value={draft.kind}
          options={KINDS.map((kind) => ({ value: kind, label: t(`course.kind.${kind}`) }))}
          onChange={(value) => set({ kind: KINDS.find((kind) => kind === value) ?? draft.kind })}
        />
      </Field>
      <Field label={t('course.form.horizon')}>
        <TextInput
          type="date"
          required
          value={draft.horizon}
          onChange={(event) => set({ horizon: event.target.value })}
        />
      </Field>
      {draft.kind === 'own' && (
        <Field label={t('course.form.own')} className="wide:col-span-2">
          <TextInput
            required
            maxLength={80}
            value={draft.ownKind ?? ''}
            onChange={(event) => set({ ownKind: event.target.value })}
          />
        </Field>
      )}
      <Holders ws={ws} draft={draft} set={set} objective={objective} />
    </div>
  );
}

function Holders({ ws, draft, set, objective }: PlacingProps): ReactNode {
  const t = useWords();
  const team = useQuery(teamQuery(ws));
  const here = (team.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const left = (name: string): string => t('course.form.left', { name });
  return (
    <>
      <Field label={t('course.form.owner')}>
        <Select
          className={WIDE}
          value={draft.ownerId}
          options={withHolder(here, objective?.owner, left)}
          onChange={(ownerId) => set({ ownerId })}
        />
      </Field>
      <Field label={t('course.form.sponsor')} optional>
        <Select
          className={WIDE}
          value={draft.sponsorId ?? ''}
          options={[{ value: '', label: t('course.form.sponsor.none') }, ...withHolder(here, objective?.sponsor, left)]}
          onChange={(sponsorId) => set({ sponsorId })}
        />
      </Field>
    </>
  );
}

/** Whoever left stays in the list of his own objective, and says so: choosing somebody else is the way out. */
function withHolder(
  here: readonly Option[],
  holder: ObjectiveLine['owner'] | null | undefined,
  left: (name: string) => string,
): readonly Option[] {
  if (holder == null || here.some(({ value }) => value === holder.id)) return here;
  return [...here, { value: holder.id, label: left(holder.name) }];
}
