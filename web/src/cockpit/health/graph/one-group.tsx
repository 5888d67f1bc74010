import { useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { AroundGroup, Overview } from '#cockpit/network/wire.ts';
import type { Translate } from '#web/i18n/index.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Legend } from '../replies/pictured.tsx';
import type { DrawnNode } from './drawing.ts';
import type { Walk } from './explorer.tsx';
import { GraphDrawing } from './graph-drawing.tsx';
import { linesOf } from './groups.tsx';
import type { Tied } from './layout.ts';
import { bridgesIn, keyOf, nameOf } from './person.ts';
import { SideBySideGraph } from './side-by-side-graph.tsx';
import { usePlaces } from './use-places.ts';
import type { Speech } from '../say-figure.ts';
import type { WalkItem } from './walk-list.tsx';
import { WalkList } from './walk-list.tsx';

interface OneGroupProps {
  readonly view: AroundGroup;
  readonly network: Overview;
  readonly walk: Walk;
}

/** One group: those with most ties in it, and who answers whom among them. */
export function OneGroup({ view, network, walk }: OneGroupProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const [active, setActive] = useState<string>();
  const { members, persons } = view;
  const tied = useMemo(
    (): Tied => ({
      count: view.members.length,
      ties: view.ties.map(({ one, other, answers }) => ({ one, other, strength: answers })),
    }),
    [view],
  );
  const places = usePlaces(tied);
  const lines = useMemo(() => linesOf(tied), [tied]);
  const bridges = useMemo(() => bridgesIn(network), [network]);
  const isTelling = tellsNewcomers(view);
  const nodes = useMemo(() => nodesOf(view, bridges, t), [view, bridges, t]);
  const items = useMemo(() => itemsOf(view, bridges, { t, format }), [view, bridges, t, format]);
  const open = useCallback((key: string): void => (view.can.name ? walk.openMember(key) : undefined), [view, walk]);
  const back = useCallback((): void => walk.back(view), [view, walk]);
  return (
    <>
      <p className="pb-2">
        {t('health-graph.one_group.sentence', {
          n: persons,
          persons: format.number(persons),
          shown: format.number(members.length),
          all: members.length === persons ? 'yes' : 'no',
        })}{' '}
        {view.tiesInAll > view.ties.length &&
          t('health-graph.one_group.ties', {
            shown: format.number(view.ties.length),
            all: format.number(view.tiesInAll),
          })}
      </p>
      <SideBySideGraph
        drawing={
          places !== undefined && (
            <GraphDrawing
              label={t('health-graph.one_group.picture', { n: members.length })}
              nodes={nodes}
              ties={lines}
              places={places}
              largest={largestOf(members.length)}
              active={active}
              onPoint={setActive}
              onOpen={open}
            />
          )
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
        legend={
          <>
            <Legend mark="size-2.5 rounded-full border-2 border-bridge outline-1" name={t('health-graph.bridge')} />
            {isTelling && (
              <Legend
                mark="size-2.5 rounded-full border border-dashed border-field"
                name={t('health-graph.newcomer')}
              />
            )}
          </>
        }
      />
    </>
  );
}

/** Over a period in which most of them came, all would be marked, and the mark would say nothing. */
function tellsNewcomers({ members }: AroundGroup): boolean {
  return 2 * members.filter(({ arrived }) => arrived !== null).length <= members.length;
}

function nodesOf(view: AroundGroup, bridges: ReadonlySet<string>, t: Translate): readonly DrawnNode[] {
  const most = Math.max(1, view.members[0]?.ties ?? 1);
  const isTelling = tellsNewcomers(view);
  return view.members.map(({ who, ties, arrived }) => {
    const newcomer = isTelling && arrived !== null ? 'newcomer' : undefined;
    return {
      key: keyOf(who),
      label: nameOf(who, t),
      weight: ties / most,
      mark: bridges.has(keyOf(who)) ? 'bridge' : newcomer,
    };
  });
}

function itemsOf(view: AroundGroup, bridges: ReadonlySet<string>, { t, format }: Speech): readonly WalkItem[] {
  const isTelling = tellsNewcomers(view);
  return view.members.map(({ who, ties, arrived }) => ({
    key: keyOf(who),
    name: nameOf(who, t),
    note: [
      t('health-graph.ties', { n: ties, count: format.number(ties) }),
      ...(bridges.has(keyOf(who)) ? [t('health-graph.bridge')] : []),
      ...(isTelling && arrived !== null ? [t('health-graph.newcomer')] : []),
    ].join(' · '),
    isEnd: !view.can.name,
  }));
}

/** The more circles, the smaller: hundreds of them must not fill the drawing. */
function largestOf(count: number): number {
  return Math.min(14, 160 / Math.sqrt(count));
}
