import { useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Overview } from '#cockpit/network/wire.ts';
import type { Formatter, Translate } from '#web/i18n/index.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import type { DrawnNode, DrawnTie } from './drawing.ts';
import { GraphDrawing } from './graph-drawing.tsx';
import type { Tied } from './layout.ts';
import { coreOf, groupName } from './person.ts';
import { SideBySideGraph } from './side-by-side-graph.tsx';
import { usePlaces } from './use-places.ts';
import type { WalkItem } from './walk-list.tsx';
import { WalkList } from './walk-list.tsx';

/** From here on groups are clearly apart; below, answers go everywhere. */
const APART = 0.3;

interface GroupsProps {
  readonly network: Overview;
  readonly focusOn: string | undefined;
  readonly onOpen: (id: number) => void;
}

/** All groups at a glance, each a circle as large as it has members. */
export function Groups({ network, focusOn, onOpen }: GroupsProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const [active, setActive] = useState<string>();
  const { groups, others, between } = network;
  const isUntied = groups.length > 1 && between.length === 0;
  const tied = useMemo(() => tiesOf(network), [network]);
  const lines = useMemo(() => linesOf(tied), [tied]);
  const nodes = useMemo(
    () =>
      network.groups.map((group): DrawnNode => ({
        key: String(group.id),
        label: groupName(group.id, t),
        weight: group.persons / (network.groups[0]?.persons ?? 1),
      })),
    [network, t],
  );
  const places = usePlaces(tied);
  const items = useMemo(() => itemsOf(network, t, format), [network, t, format]);
  const open = useCallback((key: string): void => onOpen(Number(key)), [onOpen]);
  return (
    <>
      <p className="pb-1">{t('health-graph.groups.sentence', sentenceOf(network, format))}</p>
      {isUntied && <p className="pb-1">{t('health-graph.groups.none_between')}</p>}
      <p className="pb-2 text-sm text-soft">
        {t(isUntied ? 'health-graph.groups.what_alone' : 'health-graph.groups.what')}
      </p>
      <SideBySideGraph
        drawing={
          places !== undefined && (
            <GraphDrawing
              label={t('health-graph.groups.picture', { n: groups.length })}
              nodes={nodes}
              ties={lines}
              places={places}
              largest={34}
              active={active}
              onPoint={setActive}
              onOpen={open}
            />
          )
        }
        list={
          <WalkList
            label={t('health-graph.groups')}
            items={items}
            active={active}
            focusOn={focusOn}
            onPoint={setActive}
            onOpen={open}
          />
        }
      />
      {others.groups > 0 && (
        <small className="block pt-1">
          {t('health-graph.groups.others', {
            n: others.groups,
            groups: format.number(others.groups),
            persons: format.number(others.persons),
          })}
        </small>
      )}
    </>
  );
}

function itemsOf({ groups }: Overview, t: Translate, format: Formatter): readonly WalkItem[] {
  return groups.map((group) => ({
    key: String(group.id),
    name: `${groupName(group.id, t)} · ${t('health-graph.persons', { n: group.persons, count: format.number(group.persons) })}`,
    note: coreOf(group, t) || t('health-graph.answers', { n: group.answers, count: format.number(group.answers) }),
  }));
}

function sentenceOf({ tied, persons, groups, others, modularity, largest }: Overview, format: Formatter) {
  return {
    tied: format.number(tied),
    persons: format.number(persons),
    n: groups.length + others.groups,
    groups: format.number(groups.length + others.groups),
    apart: modularity >= APART ? 'yes' : 'no',
    largest: format.percent(tied === 0 ? 0 : wholeOnlyIfAll(largest / tied), 1),
  };
}

/** 99.97% is not everybody. */
function wholeOnlyIfAll(share: number): number {
  return share === 1 ? share : Math.min(0.999, share);
}

/** Groups and the answers between them, by place in the list. */
function tiesOf({ groups, between }: Overview): Tied {
  const at = new Map(groups.map(({ id }, place) => [id, place]));
  return {
    count: groups.length,
    ties: between.map(({ one, other, answers }) => ({
      one: at.get(one) ?? 0,
      other: at.get(other) ?? 0,
      strength: answers,
    })),
  };
}

/** Ties as lines, the strongest widest. */
export function linesOf({ ties }: Tied): DrawnTie[] {
  const strongest = Math.max(1, ...ties.map(({ strength }) => strength));
  return ties.map(({ one, other, strength }) => ({
    one,
    other,
    weight: Math.log1p(strength) / Math.log1p(strongest),
  }));
}
