import { Link } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { AroundMember } from '#cockpit/network/wire.ts';
import type { Formatter, Translate } from '#web/i18n/index.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import type { DrawnNode, DrawnTie } from './drawing.ts';
import type { Walk } from './explorer.tsx';
import { GraphDrawing } from './graph-drawing.tsx';
import { placesAround } from './layout.ts';
import { keyOf, nameOf } from './person.ts';
import { SideBySideGraph } from './side-by-side-graph.tsx';
import type { WalkItem } from './walk-list.tsx';
import { WalkList } from './walk-list.tsx';

interface MemberTiesProps {
  readonly ws: string;
  readonly view: AroundMember;
  readonly walk: Walk;
}

type Tie = AroundMember['ties'][number];
const LEADS = { both: 'both', answered: 'to', answered_by: 'from' } as const;

/** One member: whom he answered, who answered him. */
export function MemberTies({ ws, view, walk }: MemberTiesProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const [active, setActive] = useState<string>();
  const { who, ties, all } = view;
  const nodes = useMemo(() => nodesOf(view, t), [view, t]);
  const lines = useMemo(() => linesOf(view), [view]);
  const places = useMemo(() => placesAround(view.ties.map(sideOf)), [view]);
  const items = useMemo(() => itemsOf(view, t, format), [view, t, format]);
  const open = useCallback(
    (key: string): void => (key === view.who.id ? undefined : walk.openMember(key)),
    [view, walk],
  );
  const back = useCallback((): void => walk.back(view), [view, walk]);
  return (
    <>
      <p className="pb-2">
        {t('health-graph.member.sentence', {
          n: all,
          all: format.number(all),
          shown: ties.length,
          cut: all > ties.length ? 'yes' : 'no',
          wrote: view.wrote,
        })}{' '}
        {who.id !== null && (
          <Link to="/$ws/members/$member" params={{ ws, member: who.id }} className="underline">
            {t('health-graph.member.page')}
          </Link>
        )}
      </p>
      {ties.length > 0 && (
        <SideBySideGraph
          drawing={
            <GraphDrawing
              label={t('health-graph.member.picture', { name: nameOf(who, t), n: ties.length })}
              nodes={nodes}
              ties={lines}
              places={places}
              largest={13}
              active={active}
              onPoint={setActive}
              onOpen={open}
            />
          }
          list={
            <WalkList
              label={t('health-graph.members')}
              items={items}
              active={active}
              focusOn={walk.from}
              onPoint={setActive}
              onOpen={open}
              onBack={back}
            />
          }
          legend={<span>{t('health-graph.member.sides')}</span>}
        />
      )}
    </>
  );
}

function nodesOf({ who, ties }: AroundMember, t: Translate): readonly DrawnNode[] {
  const most = strongestOf(ties);
  return [
    { key: keyOf(who), label: nameOf(who, t), weight: 1, mark: 'middle' },
    ...ties.map((tie) => ({
      key: keyOf(tie.who),
      label: nameOf(tie.who, t),
      weight: (0.8 * strengthOf(tie)) / most,
    })),
  ];
}

function linesOf({ ties }: AroundMember): readonly DrawnTie[] {
  const most = strongestOf(ties);
  return ties.map((tie, at) => ({
    one: 0,
    other: at + 1,
    weight: strengthOf(tie) / most,
    leads: LEADS[sideOf(tie)],
  }));
}

function strongestOf(ties: readonly Tie[]): number {
  return Math.max(1, ...ties.map(strengthOf));
}

function strengthOf({ answered, answeredBy }: Tie): number {
  return answered + answeredBy;
}

function sideOf({ answered, answeredBy }: Tie): keyof typeof LEADS {
  if (answered > 0 && answeredBy > 0) return 'both';
  return answered > 0 ? 'answered' : 'answered_by';
}

function itemsOf({ ties }: AroundMember, t: Translate, format: Formatter): readonly WalkItem[] {
  return ties.map((tie) => ({ key: keyOf(tie.who), name: nameOf(tie.who, t), note: noteOf(tie, t, format) }));
}

/** Seen from the member in the middle. */
function noteOf({ answered, answeredBy }: Tie, t: Translate, format: Formatter): string {
  return [
    ...(answered > 0 ? [t('health-graph.member.answered', { n: answered, count: format.number(answered) })] : []),
    ...(answeredBy > 0
      ? [t('health-graph.member.answered_by', { n: answeredBy, count: format.number(answeredBy) })]
      : []),
  ].join(' · ');
}
