import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { FunctionName } from '#kernel/actor.ts';
import type { Language } from '#kernel/language.ts';
import type { CharterView, LetterView } from '#rocket/charter/wire.ts';
import { useHere } from '#web/app/session.ts';
import { useUrlState } from '#web/app/url-state.ts';
import { isLoaded, loadLanguage, useLanguage, useWords, WordsProvider } from '#web/i18n/index.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Field } from '#web/ui/field.tsx';
import { Page } from '#web/ui/page.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { Select } from '#web/ui/select.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { charterQuery } from '#web/rocket/rocket-query.ts';
import { Dots } from '#web/ui/dots.tsx';
import { heldBy, subjectsOf } from './job.ts';
import type { Subject } from './job.ts';

const route = getRouteApi('/$ws/charter/job');

/** A job description out of the charter, in French or in English, to print. */
export function JobPage(): ReactNode {
  const t = useWords();
  const { ws } = route.useParams();
  const charter = useQuery(charterQuery(ws));
  return (
    <Page
      title={t('charter.job')}
      width="text"
      actions={
        <>
          <LinkButton to="/$ws/charter" params={{ ws }}>
            {t('charter.title')}
          </LinkButton>
          <Button tone="main" onClick={() => window.print()}>
            <Printer aria-hidden size={14} />
            {t('check.print')}
          </Button>
        </>
      }
    >
      {charter.isPending && <Skeleton />}
      {charter.isError && <ErrorNote error={charter.error} onRetry={() => void charter.refetch()} />}
      {charter.data !== undefined && <Chosen ws={ws} charter={charter.data} />}
    </Page>
  );
}

function Chosen({ ws, charter }: Pick<DescriptionProps, 'ws' | 'charter'>): ReactNode {
  const t = useWords();
  const own = useLanguage();
  const { space } = useHere();
  const [view, setView] = useUrlState();
  const language: Language = view['in'] === 'fr' || view['in'] === 'en' ? view['in'] : own;
  const isReady = useLanguageReady(language);
  const subjects = subjectsOf(charter);
  const subject = subjects.find(({ key }) => key === view['who']) ?? subjects[0];
  if (subject === undefined) return undefined;
  const nameOf = (one: Subject): string => one.name ?? t(`team.function.${one.functions[0] ?? 'pilot'}`);
  return (
    <>
      <div className="no-print flex flex-wrap items-end gap-3">
        <Field label={t('charter.job.who')}>
          <Select
            value={subject.key}
            options={subjects.map((one) => ({ value: one.key, label: nameOf(one) }))}
            onChange={(who) => setView({ who })}
          />
        </Field>
        <Segmented
          label={t('charter.job.language')}
          value={language}
          onChange={(next) => setView({ in: next })}
          choices={[
            { value: 'fr', label: 'Français' },
            { value: 'en', label: 'English' },
          ]}
        />
      </div>
      {isReady && (
        <WordsProvider language={language} zone={space.zone}>
          <Description ws={ws} charter={charter} subject={subject} space={space.name} />
        </WordsProvider>
      )}
    </>
  );
}

/** Whether the words of a language are here; has them fetched where they are not. */
function useLanguageReady(language: Language): boolean {
  const [loaded, setLoaded] = useState<Language>();
  useEffect(() => {
    let isWanted = true;
    void loadLanguage(language).then(() => isWanted && setLoaded(language));
    return () => {
      isWanted = false;
    };
  }, [language]);
  return loaded === language || isLoaded(language);
}

interface DescriptionProps {
  readonly ws: string;
  readonly charter: CharterView;
  readonly subject: Subject;
  readonly space: string;
}

const PARTS: readonly LetterView[] = ['A', 'R', 'C', 'I'];

function Description({ ws, charter, subject, space }: DescriptionProps): ReactNode {
  const t = useWords();
  const language = useLanguage();
  const functions = subject.functions.map((one: FunctionName) => t(`team.function.${one}`));
  const held = heldBy(charter, subject);
  const isEmpty = PARTS.every((letter) => held[letter].length === 0);
  return (
    <article
      lang={language}
      className="grid gap-4 rounded-lg border border-line bg-card px-6 py-5 print:border-0 print:p-0"
    >
      <header>
        <h2 className="text-xl font-semibold text-ink">{subject.title ?? subject.name ?? functions[0]}</h2>
        <p className="text-soft">
          <Dots>
            {space}
            {subject.title === undefined ? undefined : subject.name}
            {functions.join(', ')}
          </Dots>
        </p>
      </header>
      {isEmpty && (
        <p>
          {t('charter.job.empty')}{' '}
          <Link to="/$ws/charter" params={{ ws }} className="link no-print">
            {t('charter.job.empty.do')}
          </Link>
        </p>
      )}
      {PARTS.map(
        (letter) =>
          held[letter].length > 0 && (
            <section key={letter} className="grid gap-1.5">
              <h3 className="border-b border-line pb-1 font-semibold">{t(`charter.job.${letter}`)}</h3>
              <ul className="grid list-disc gap-1 pl-5">
                {held[letter].map((line) => (
                  <li key={line.id} className="break-inside-avoid">
                    <b>{line.name[language]}</b>
                    {(letter === 'A' || letter === 'R') && <> — {line.about[language]}</>}
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
    </article>
  );
}
