import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import type { NewSegment, RuleParts, SegmentPatch, SegmentView } from '#cockpit/segments/wire.ts';
import { api } from '#web/app/api.ts';
import { useShortcut } from '#web/app/shortcuts.ts';
import { useAct } from '#web/app/use-act.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Field } from '#web/ui/field.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { say } from '#web/ui/toast.tsx';
import { Changed } from './changed.tsx';
import { draftOf, ruleOf } from './draft.ts';
import type { Group } from './draft.ts';
import { GroupEditor } from './group-editor.tsx';
import { Preview } from './preview.tsx';
import { segmentsQuery } from './segments-query.ts';

interface Draft {
  readonly name: string;
  readonly shared: boolean;
  readonly group: Group;
}

interface EditorFormProps {
  readonly ws: string;
  readonly parts: RuleParts;
  readonly start: Draft;
  /** Absent: a new one. */
  readonly segment?: SegmentView;
}

/** A name, a rule, whom it means now. */
export function EditorForm({ ws, parts, start, segment }: EditorFormProps): ReactNode {
  const t = useWords();
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const rule = ruleOf(draft.group);
  const { busy, problem, save } = useSave(ws, segment);
  const trySave = (version?: number): void => {
    setTried(true);
    if (rule !== undefined && draft.name.trim() !== '') save({ name: draft.name, shared: draft.shared, rule }, version);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    trySave();
  };
  useShortcut('segmentSave', () => trySave());
  const isStale = problem?.code === 'segment/stale';
  const takeTheirs = (theirs: SegmentView): void => {
    const group = draftOf(theirs.rule);
    if (group !== undefined) setDraft({ name: theirs.name, shared: theirs.shared, group });
  };
  return (
    <div className="grid items-start gap-3.5 wide:grid-cols-[minmax(0,1fr)_20rem]">
      <form onSubmit={submit} className="grid min-w-0 gap-3.5">
        {isStale && segment !== undefined && (
          <Changed ws={ws} id={segment.id} parts={parts} onTake={takeTheirs} onKeep={trySave} />
        )}
        {problem !== undefined && !isStale && <p className="text-late">{problem.detail}</p>}
        <Field
          label={t('segments.name')}
          error={tried && draft.name.trim() === '' ? t('segments.name.missing') : undefined}
        >
          <TextInput
            maxLength={80}
            value={draft.name}
            placeholder={t('segments.name.example')}
            onChange={(event) => setDraft({ ...draft, name: event.target.value })}
          />
        </Field>
        <Card title={t('segments.who')}>
          <GroupEditor group={draft.group} parts={parts} onChange={(group) => setDraft({ ...draft, group })} />
          {tried && rule === undefined && <p className="mt-2 text-sm text-late">{t('segments.unfinished')}</p>}
        </Card>
        <Checkbox
          label={t('segments.shared')}
          hint={t('segments.shared.hint')}
          checked={draft.shared}
          onChange={(shared) => setDraft({ ...draft, shared })}
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" tone="main" keys="mod+enter" busy={busy}>
            {t('segments.save')}
          </Button>
          <LinkButton tone="quiet" to="/$ws/segments" params={{ ws }}>
            {t('segments.cancel')}
          </LinkButton>
        </div>
      </form>
      <Preview ws={ws} rule={rule} parts={parts} />
    </div>
  );
}

function useSave(ws: string, segment: SegmentView | undefined) {
  const t = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { busy, problem, run } = useAct();
  const save = (body: NewSegment, version = segment?.version): void =>
    run(async () => {
      if (segment === undefined || version === undefined) await api.post('/segments', body);
      else await api.patch(`/segments/${segment.id}`, { ...body, version } satisfies SegmentPatch);
      await queries.invalidateQueries(segmentsQuery(ws));
      say(t('segments.saved', { name: body.name }));
      await navigate({ to: '/$ws/segments', params: { ws } });
    });
  return { busy, problem, save };
}
