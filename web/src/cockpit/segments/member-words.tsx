import type { ReactNode } from 'react';
import type { SegmentMember } from '#cockpit/segments/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Chip } from '#web/ui/chip.tsx';

/** One member in two short lines: who, how much, from when to when. */
export function MemberWords({ member }: { readonly member: SegmentMember | undefined }): ReactNode {
  const t = useWords();
  const format = useFormat();
  if (member === undefined) return <div aria-busy className="m-3 h-7 animate-pulse rounded-md bg-sunk" />;
  const { first, last, contributions, kind, erased, name } = member;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 px-3.5 py-1.5">
      <span className="flex min-w-0 items-center gap-2">
        <span className="truncate font-medium">{erased ? t('members.erased') : name}</span>
        {kind !== 'person' && (
          <Chip hue={kind === 'staff' ? 'field' : 'plain'}>
            {t(kind === 'staff' ? 'members.staff' : 'members.bot')}
          </Chip>
        )}
      </span>
      <span className="text-right whitespace-nowrap tabular-nums">
        {t('members.messages', { n: contributions, count: format.number(contributions) })}
      </span>
      <small className="col-span-2">
        {first === null || last === null
          ? t('members.silent')
          : t('members.between', { first: format.day(first), last: format.day(last) })}
      </small>
    </div>
  );
}
