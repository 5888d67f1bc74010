import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { LoopView } from '#bridge/loop/wire.ts';
import { api } from '#web/app/api.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Card, Lead } from '#web/ui/card.tsx';
import { Dots } from '#web/ui/dots.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Field } from '#web/ui/field.tsx';
import { Page } from '#web/ui/page.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { TextArea } from '#web/ui/text-input.tsx';
import { MemberLine } from './member-line.tsx';

const route = getRouteApi('/$ws/loop/$insight');

/** Telling those who asked: the words, then each member where he asked. */
export function TellPage(): ReactNode {
  const t = useWords();
  const { ws, insight } = route.useParams();
  const loop = useQuery({
    queryKey: [ws, 'loop', insight],
    queryFn: ({ signal }) => api.get<LoopView>(`/loop/${insight}`, { signal }),
  });
  return (
    <Page title={t('loop.tell.title')}>
      <nav className="text-soft">
        <Link to="/$ws/loop" params={{ ws }} className="hover:underline">
          ← {t('loop.title')}
        </Link>
      </nav>
      {loop.isPending && <Skeleton />}
      {loop.isError && <ErrorNote error={loop.error} onRetry={() => void loop.refetch()} />}
      {loop.data !== undefined && <Telling key={loop.data.prepared.fr} ws={ws} loop={loop.data} />}
    </Page>
  );
}

interface TellingProps {
  readonly ws: string;
  readonly loop: LoopView;
}

function Telling({ ws, loop }: TellingProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const [texts, setTexts] = useState(loop.prepared);
  const left = loop.members.filter(({ told }) => told === null).length;
  return (
    <>
      <Lead hue="bridge">
        <p className="font-semibold">
          <Link to="/$ws/insights/$insight" params={{ ws, insight: loop.id }} className="hover:underline">
            {loop.statement}
          </Link>
        </p>
        <p>
          <Dots>
            {loop.delivered === null
              ? t(`loop.answer.${loop.answer}`, { day: format.dayOf(loop.at, 'short') })
              : t('loop.delivered', { day: format.day(loop.delivered.day) })}
            <Link to="/$ws/decisions/$decision" params={{ ws, decision: loop.id }} className="link">
              {t('insights.decision')}
            </Link>
          </Dots>
        </p>
      </Lead>
      <div className="grid items-start gap-3.5 large:grid-cols-[26rem_minmax(0,1fr)]">
        <Card title={t('loop.words')}>
          <Words loop={loop} texts={texts} onChange={setTexts} />
        </Card>
        <Card title={t('loop.members')} aside={left === 0 ? t('loop.closed') : t('loop.left', { n: left })}>
          <LeftOut leftOut={loop.leftOut} />
          {loop.members.length === 0 ? (
            <p className="text-soft">{t('loop.members.none')}</p>
          ) : (
            <ul>
              {loop.members.map((member) => (
                <MemberLine key={member.id} ws={ws} insight={loop.id} member={member} texts={texts} can={loop.can} />
              ))}
            </ul>
          )}
        </Card>
      </div>
    </>
  );
}

interface WordsProps {
  readonly loop: LoopView;
  readonly texts: LoopView['prepared'];
  readonly onChange: (texts: LoopView['prepared']) => void;
}

/** The prepared answer in each language that somebody asked in; changed here, it is changed for everybody still to be told. */
function Words({ loop, texts, onChange }: WordsProps): ReactNode {
  const t = useWords();
  const spoken = new Set(loop.members.flatMap(({ threads }) => threads.map(({ language }) => language)));
  const languages = (['fr', 'en'] as const).filter((language) => spoken.has(language));
  return (
    <div className="grid gap-3">
      <p className="text-soft">{t('loop.words.lead')}</p>
      {(languages.length === 0 ? (['fr'] as const) : languages).map((language) => (
        <Field key={language} label={t(`loop.words.${language}`)}>
          <TextArea
            maxLength={4000}
            lang={language}
            value={texts[language]}
            onChange={(event) => onChange({ ...texts, [language]: event.target.value })}
          />
        </Field>
      ))}
    </div>
  );
}

function LeftOut({ leftOut: { erased, optedOut, placeGone } }: Pick<LoopView, 'leftOut'>): ReactNode {
  const t = useWords();
  const parts = [
    erased > 0 ? t('loop.out.erased', { n: erased }) : '',
    optedOut > 0 ? t('loop.out.opted_out', { n: optedOut }) : '',
    placeGone > 0 ? t('loop.out.place_gone', { n: placeGone }) : '',
  ].filter((part) => part !== '');
  if (parts.length === 0) return null;
  return (
    <p className="mb-1 text-soft">
      {t('loop.out')} {parts.join(', ')}.
    </p>
  );
}
