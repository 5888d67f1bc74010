import { useState } from 'react';
import type { ReactNode } from 'react';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { StateChip } from '#web/ui/chip.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { Table } from '#web/ui/table.tsx';
import type { Sort } from '#web/ui/table.tsx';
import { Tabs } from '#web/ui/tabs.tsx';
import { VirtualList } from '#web/ui/virtual-list.tsx';
import { Section } from './section.tsx';

const PLACES = [
  { id: 'forum', messages: 48_210, share: 0.91, state: 'good' },
  { id: 'mail', messages: 12_904, share: 0.64, state: 'late' },
] as const;
const MANY = 100_000;

/** Tables, long lists, tabs and filters. */
export function Lists(): ReactNode {
  const t = useWords();
  const [values, setValues] = useState<Record<string, string | undefined>>({});
  return (
    <Section title={t('toolbox.lists')}>
      <FilterBar
        searchId="words"
        filters={[
          {
            id: 'place',
            label: t('toolbox.lists.filter'),
            options: PLACES.map(({ id }) => ({ value: id, label: t(`toolbox.lists.${id}`) })),
          },
        ]}
        values={values}
        onChange={(change) => setValues({ ...values, ...change })}
      />
      <Places />
      <div className="grid gap-3 wide:grid-cols-2">
        <Threads />
        <Views />
      </div>
    </Section>
  );
}

function Places(): ReactNode {
  const t = useWords();
  const format = useFormat();
  const [sort, setSort] = useState<Sort>({ by: 'messages', descending: true });
  const sign = sort.descending ? -1 : 1;
  const rows = PLACES.toSorted((one, other) => sign * (one.messages - other.messages));
  return (
    <Table
      caption={t('toolbox.lists.table')}
      showCaption
      rows={rows}
      rowKey={({ id }) => id}
      sort={sort}
      onSort={setSort}
      columns={[
        { id: 'place', header: t('toolbox.lists.place'), cell: ({ id }) => <b>{t(`toolbox.lists.${id}`)}</b> },
        {
          id: 'state',
          header: t('toolbox.lists.state'),
          cell: ({ state }) => <StateChip state={state}>{t(`toolbox.states.${state}`)}</StateChip>,
        },
        {
          id: 'messages',
          header: t('toolbox.lists.messages'),
          cell: ({ messages }) => format.number(messages),
          figures: true,
          sortable: true,
        },
        {
          id: 'share',
          header: t('toolbox.lists.share'),
          cell: ({ share }) => format.percent(share),
          figures: true,
          wideOnly: true,
        },
      ]}
    />
  );
}

function Threads(): ReactNode {
  const t = useWords();
  const format = useFormat();
  const [opened, setOpened] = useState<number>();
  const name = (index: number): string => format.number(index + 1, 0);
  return (
    <Card
      title={t('toolbox.lists.long')}
      level="h3"
      aside={opened !== undefined && t('toolbox.lists.opened', { n: name(opened) })}
    >
      <VirtualList
        label={t('toolbox.lists.long')}
        count={MANY}
        keyOf={String}
        selected={opened}
        onOpen={setOpened}
        className="-mx-3.5 -mb-3 h-60 rounded-b-lg border-t border-line"
        row={(index) => (
          <div className="grid gap-0.5 px-3.5 py-2.5">
            <b className="truncate">{t('toolbox.lists.thread', { n: name(index) })}</b>
            <span className="truncate text-soft">
              {t('toolbox.lists.thread.more', { n: (index * 7) % 23, d: (index * 3) % 40 })}
            </span>
          </div>
        )}
      />
    </Card>
  );
}

function Views(): ReactNode {
  const t = useWords();
  const [tab, setTab] = useState<'time' | 'same'>('time');
  return (
    <Card>
      <Tabs
        label={t('toolbox.lists.tabs')}
        value={tab}
        onChange={setTab}
        tabs={[
          { id: 'time', label: t('toolbox.lists.tab.time'), panel: <p>{t('toolbox.lists.tab.time.text')}</p> },
          {
            id: 'same',
            label: t('toolbox.lists.tab.same'),
            count: 2,
            panel: <p>{t('toolbox.lists.tab.same.text')}</p>,
          },
        ]}
      />
    </Card>
  );
}
