import { Link } from '@tanstack/react-router';
import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Mark } from '#bridge/marks/wire.ts';
import type { MessageView } from '#community/reading/wire.ts';
import { useHere } from '#web/app/session.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Chip } from '#web/ui/chip.tsx';
import { cx } from '#web/ui/cx.ts';
import { SafeHtml } from '#web/ui/safe-html.tsx';
import { When } from '#web/ui/when.tsx';
import { AuthorName } from './author-name.tsx';
import { Marks } from './marks.tsx';
import { RaiseButton } from './raise-button.tsx';

interface MessageItemProps {
  readonly ws: string;
  readonly message: MessageView;
  /** What it became part of, where it did. */
  readonly mark: Mark | undefined;
  /** The one the reader came for. */
  readonly isAsked: boolean;
}

/** One message: who, when, what it answers, what it says, what it got, what was made of it. */
export function MessageItem({ ws, message, mark, isAsked }: MessageItemProps): ReactNode {
  return (
    <article
      id={`m-${message.id}`}
      tabIndex={-1}
      data-message={message.id}
      className={cx(
        'group grid gap-1 border-t border-line px-3.5 py-3 -outline-offset-2 first:border-t-0',
        isAsked && 'bg-cockpit-wash',
      )}
    >
      <MessageHead ws={ws} message={message} />
      {message.repliesTo !== null && <Answered ws={ws} answered={message.repliesTo} />}
      <MessageBody message={message} />
      <Reactions reactions={message.reactions} />
      {mark !== undefined && <Marks ws={ws} mark={mark} />}
    </article>
  );
}

function MessageHead({ ws, message }: { readonly ws: string; readonly message: MessageView }): ReactNode {
  const t = useWords();
  const { space } = useHere();
  return (
    <header className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
      <AuthorName author={message.author} ws={ws} />
      <small>
        <When when={message.when} />
      </small>
      {message.edited !== null && <small>{t('reading.edited')}</small>}
      {message.state === 'hidden' && <Chip hue="wait">{t('reading.hidden')}</Chip>}
      <span className="flex-1" />
      {isForeign(message.language, space.language) && <small title={t('reading.language')}>{message.language}</small>}
      {space.can.raise && isReadable(message) && <RaiseButton pointed={{ messageId: message.id }} />}
      {message.link !== null && (
        <a
          href={message.link}
          target="_blank"
          rel="noopener noreferrer"
          className="inline-flex items-center gap-1 text-sm text-soft hover:text-ink hover:underline"
        >
          {t('reading.original')}
          <ExternalLink aria-hidden size={12} />
        </a>
      )}
    </header>
  );
}

/** What was taken away cannot be sent up any more. */
function isReadable({ state }: MessageView): boolean {
  return state === 'shown' || state === 'hidden';
}

/** A language is said where it is not the one of the workspace. */
function isForeign(language: string, usual: string): boolean {
  return language !== 'und' && language !== usual;
}

function Answered({
  ws,
  answered,
}: {
  readonly ws: string;
  readonly answered: NonNullable<MessageView['repliesTo']>;
}): ReactNode {
  const t = useWords();
  return (
    <Link
      to="/$ws/messages/$message"
      params={{ ws, message: answered.id }}
      className="truncate border-l-2 border-line pl-2 text-sm text-soft hover:text-ink"
    >
      {t('reading.answers', { name: answered.author === '' ? t('reading.erased_author') : answered.author })}{' '}
      {answered.excerpt}
    </Link>
  );
}

function MessageBody({ message }: { readonly message: MessageView }): ReactNode {
  const t = useWords();
  if (message.state === 'removed') return <p className="text-soft italic">{t('reading.removed')}</p>;
  if (message.state === 'erased') return <p className="text-soft italic">{t('reading.erased')}</p>;
  return (
    <SafeHtml
      html={message.html}
      lang={message.language === 'und' ? undefined : message.language}
      className="max-w-[80ch]"
    />
  );
}

function Reactions({ reactions }: { readonly reactions: MessageView['reactions'] }): ReactNode {
  const t = useWords();
  const format = useFormat();
  if (reactions.length === 0) return null;
  return (
    <ul aria-label={t('reading.reactions')} className="flex flex-wrap gap-1.5">
      {reactions.map(({ emoji, count }) => (
        <li key={emoji}>
          <Chip>
            {emoji} {format.number(count)}
          </Chip>
        </li>
      ))}
    </ul>
  );
}
