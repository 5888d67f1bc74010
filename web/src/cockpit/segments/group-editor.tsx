import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { RuleParts } from '#cockpit/segments/wire.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { cx } from '#web/ui/cx.ts';
import { Segmented } from '#web/ui/segmented.tsx';
import { ConditionFields } from './condition-fields.tsx';
import { aLine, BEGINNINGS, isGroup } from './draft.ts';
import type { Group, Line } from './draft.ts';

interface GroupEditorProps {
  readonly group: Group;
  readonly parts: RuleParts;
  readonly onChange: (group: Group) => void;
  /** A group inside the group: it holds no further one. */
  readonly isInner?: boolean;
}

/** Conditions, all or any of which must hold; each may be turned into its contrary. */
export function GroupEditor({ group, parts, onChange, isInner = false }: GroupEditorProps): ReactNode {
  const t = useWords();
  const { mode, lines } = group;
  const change = (next: readonly Line[]): void => onChange({ mode, lines: next });
  const replace = (key: string, line: Line): void => change(lines.map((one) => (one.key === key ? line : one)));
  return (
    <div className="grid gap-2">
      <div>
        <Segmented
          label={t('segments.mode')}
          value={mode}
          onChange={(next) => onChange({ mode: next, lines })}
          choices={[
            { value: 'all', label: t('segments.mode.all') },
            { value: 'any', label: t('segments.mode.any') },
          ]}
        />
      </div>
      <ul className="grid gap-2">
        {lines.map((line, place) => (
          <li key={line.key}>
            <LineEditor
              line={line}
              number={place + 1}
              isInner={isInner}
              parts={parts}
              onChange={(next) => replace(line.key, next)}
              onRemove={() => change(lines.filter((one) => one.key !== line.key))}
            />
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => change([...lines, aLine(BEGINNINGS.activity)])}>
          <Plus aria-hidden size={14} />
          {t('segments.add')}
        </Button>
        {!isInner && (
          <Button
            tone="quiet"
            onClick={() => change([...lines, aLine({ mode: 'any', lines: [aLine(BEGINNINGS.activity)] })])}
          >
            <Plus aria-hidden size={14} />
            {t('segments.add.group')}
          </Button>
        )}
      </div>
    </div>
  );
}

interface LineEditorProps {
  readonly line: Line;
  readonly number: number;
  readonly isInner: boolean;
  readonly parts: RuleParts;
  readonly onChange: (line: Line) => void;
  readonly onRemove: () => void;
}

function LineEditor({ line, number, isInner, parts, onChange, onRemove }: LineEditorProps): ReactNode {
  const t = useWords();
  const { isNot, of } = line;
  return (
    <fieldset
      className={cx(
        'relative grid gap-2 rounded-md border border-line px-3 pt-2 pb-2.5',
        isInner ? 'bg-card' : 'bg-sunk',
      )}
    >
      <legend className="sr-only">{t(isGroup(of) ? 'segments.group' : 'segments.condition', { n: number })}</legend>
      <div className="pr-8">
        {isGroup(of) ? (
          <GroupEditor isInner group={of} parts={parts} onChange={(next) => onChange({ ...line, of: next })} />
        ) : (
          <ConditionFields condition={of} parts={parts} onChange={(next) => onChange({ ...line, of: next })} />
        )}
      </div>
      <Checkbox
        label={t('segments.not')}
        checked={isNot}
        onChange={(next) => onChange({ ...line, isNot: next })}
        className="text-sm text-soft"
      />
      <span className="absolute top-1.5 right-1.5">
        <IconButton label={t('segments.drop', { n: number })} icon={<X size={14} />} onClick={onRemove} />
      </span>
    </fieldset>
  );
}
