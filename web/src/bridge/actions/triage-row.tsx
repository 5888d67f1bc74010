import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { FoundAction } from '#bridge/actions/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { cx } from '#web/ui/cx.ts';
import { When } from '#web/ui/when.tsx';
import { Dots } from '#web/ui/dots.tsx';

interface TriageRowProps {
  readonly ws: string;
  readonly item: FoundAction;
  /** What its proposed mandate asks. */
  readonly mandate: string | undefined;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onFocus: () => void;
}

/** One message of the team: who, where, when, how it begins, and the mandate its rule proposes with why. */
export function TriageRow({ ws, item, mandate, isChosen, onChoose, onFocus }: TriageRowProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { id, kind, author, place, channel, when, title, excerpt, proposal } = item;
  const because = (proposal?.because ?? []).map((reason) => t(`actions.because.${reason}`));
  return (
    <li
      className={cx(
        'grid gap-x-3 gap-y-1 border-t border-line px-3.5 py-2 first:border-t-0 focus-within:bg-hover wide:grid-cols-[minmax(0,1fr)_17rem]',
        isChosen && 'bg-bridge-wash',
      )}
    >
      <label className="flex min-w-0 items-start gap-2.5">
        <input
          type="checkbox"
          checked={isChosen}
          onChange={onChoose}
          onFocus={onFocus}
          aria-label={t('actions.choose', { author: author.name, what: title ?? excerpt.slice(0, 60) })}
          className="mt-0.5 size-4 shrink-0 accent-bridge"
        />
        <span className="grid min-w-0 gap-0.5">
          <span className="flex flex-wrap items-baseline gap-x-2">
            <b>{author.name}</b>
            <small>
              <Dots>
                {t(`actions.kind.${kind}`)}
                {t('mandates.channel', { name: channel, place })}
                <When when={when} />
              </Dots>
            </small>
          </span>
          {title !== null && <span className="truncate font-medium">{title}</span>}
          <span className="line-clamp-2 break-words text-soft">{excerpt}</span>
        </span>
      </label>
      <span className="grid content-start gap-0.5 pl-6.5 wide:pl-0">
        {mandate === undefined ? (
          <small>{t('actions.unproposed')}</small>
        ) : (
          <>
            <span className="text-bridge">→ {mandate}</span>
            <small>{t('actions.because', { reasons: format.list(because) })}</small>
          </>
        )}
        <small>
          <Link to="/$ws/messages/$message" params={{ ws, message: id }} className="link">
            {t('actions.read')}
          </Link>
        </small>
      </span>
    </li>
  );
}
