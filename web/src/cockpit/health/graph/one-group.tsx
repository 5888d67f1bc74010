import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { AroundGroup, Overview } from '#cockpit/network/wire.ts';
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
  const bridges = bridgesIn(network);
  const most = Math.max(1, members[0]?.ties ?? 1);
  const markOf = ({ who, arrived }: AroundGroup['members'][number]): DrawnNode['mark'] => {
    if (bridges.has(keyOf(who))) return 'bridge';
    return arrived === null ? undefined : 'newcomer';
  };
  const open = (key: string): void => {
    if (view.can.name) walk.openMember(key);
  };
  return (
    <>
      <p className="pb-2">
        {t('health-graph.one_group.sentence', {
          n: persons,
          persons: format.number(persons),
          shown: format.number(members.length),
          all: members.length === persons ? 'yes' : 'no',
        })}
      </p>
      <SideBySideGraph
        drawing={
          places !== undefined && (
            <GraphDrawing
              label={t('health-graph.one_group.picture', { n: members.length })}
              nodes={members.map((one) => ({
                key: keyOf(one.who),
                label: nameOf(one.who, t),
                weight: one.ties / most,
                mark: markOf(one),
              }))}
              ties={linesOf(tied)}
              places={places}
              largest={14}
              active={active}
              onPoint={setActive}
              onOpen={open}
            />
          )
        }
        list={
          <WalkList
            label={t('health-graph.members')}
            items={members.map((one) => ({
              key: keyOf(one.who),
              name: nameOf(one.who, t),
              note: [
                t('health-graph.ties', { n: one.ties, count: format.number(one.ties) }),
                ...(bridges.has(keyOf(one.who)) ? [t('health-graph.bridge')] : []),
                ...(one.arrived === null ? [] : [t('health-graph.newcomer')]),
              ].join(' · '),
              isEnd: !view.can.name,
            }))}
            active={active}
            focusOn={walk.from}
            onPoint={setActive}
            onOpen={open}
            onBack={() => walk.back(view)}
          />
        }
        legend={
          <>
            <Legend mark="size-2.5 rounded-full border-2 border-bridge outline-1" name={t('health-graph.bridge')} />
            <Legend mark="size-2.5 rounded-full border border-dashed border-field" name={t('health-graph.newcomer')} />
          </>
        }
      />
    </>
  );
}
