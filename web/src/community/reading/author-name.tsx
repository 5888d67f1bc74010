import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Author } from '#community/reading/wire.ts';
import { useWords } from '#web/i18n/index.ts';
import { Chip } from '#web/ui/chip.tsx';

interface AuthorNameProps {
  readonly author: Author;
  /** Leads to the member's page; leave out inside rows that are chosen as a whole. */
  readonly ws?: string;
}

/** Who wrote: the name, and a word when he is of the house, a machine, or known by name only. */
export function AuthorName({ author, ws }: AuthorNameProps): ReactNode {
  const t = useWords();
  const name = author.erased ? t('reading.erased_author') : author.name;
  return (
    <>
      {ws === undefined || author.erased ? (
        <span className="font-semibold">{name}</span>
      ) : (
        <Link
          to="/$ws/members/$member"
          params={{ ws, member: author.memberId }}
          className="font-semibold hover:underline"
        >
          {name}
        </Link>
      )}
      {author.kind === 'staff' && <Chip hue="field">{t('reading.staff')}</Chip>}
      {author.kind === 'bot' && <Chip>{t('reading.bot')}</Chip>}
      {author.byNameOnly && !author.erased && (
        <abbr
          title={t('reading.by_name_only')}
          className="text-faint no-underline"
          aria-label={t('reading.by_name_only')}
        >
          ≈
        </abbr>
      )}
    </>
  );
}
