import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { MandateView } from '#bridge/mandates/wire.ts';
import { useFormat, useLanguage, useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { Dots } from '#web/ui/dots.tsx';
import { lastDayOf } from './days.ts';
import { Fact, Facts } from './facts.tsx';
import { segmentListQuery, segmentOptions } from './mandates-query.ts';
import { ObjectiveLink } from './objective-link.tsx';

/** What is asked: for what, of whom, for whom, until when, with what effort and what freedom. */
export function Terms({ ws, mandate }: { readonly ws: string; readonly mandate: MandateView }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { objective, host, freedom, effortHours, fromDay, untilDay } = mandate;
  const period = { from: format.day(fromDay), until: format.day(lastDayOf(untilDay)) };
  return (
    <Card title={t('mandates.terms')}>
      <Facts>
        <Fact name={t('mandates.objective')}>
          <ObjectiveLink ws={ws} objective={objective} />
        </Fact>
        <Fact name={t('mandates.host')}>{host.hasLeft ? t('mandates.host.left', { name: host.name }) : host.name}</Fact>
        <Fact name={t('mandates.audience')}>
          <AudienceWords ws={ws} audience={mandate.audience} />
        </Fact>
        <Fact name={t('mandates.period')}>{t('mandates.period.days', period)}</Fact>
        <Fact name={t('mandates.effort')}>
          {t('mandates.hours', { n: effortHours, count: format.number(effortHours) })}
        </Fact>
        <Fact name={t('mandates.freedom')}>{freedom}</Fact>
        <Fact name={t('mandates.rule')}>
          <RuleWords rule={mandate.rule} />
        </Fact>
      </Facts>
    </Card>
  );
}

function AudienceWords({
  ws,
  audience: { segment, channels },
}: Pick<MandateView, 'audience'> & { readonly ws: string }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const segments = useQuery({ ...segmentListQuery(ws), enabled: segment !== null });
  const names = channels.map(({ name, place }) => t('mandates.channel', { name, place }));
  const name = segmentOptions(segments.data, language).find(({ value }) => value === segment)?.label;
  const parts = [
    ...(segment === null ? [] : [t('mandates.audience.segment', { name: name ?? '…' })]),
    ...(names.length === 0 ? [] : [t('mandates.audience.channels', { names: format.list(names) })]),
  ];
  return parts.length === 0 ? t('mandates.audience.all') : <Dots>{parts}</Dots>;
}

function RuleWords({ rule: { channels, labels, authors } }: Pick<MandateView, 'rule'>): ReactNode {
  const t = useWords();
  const format = useFormat();
  const parts = [
    ...(channels.length === 0
      ? []
      : [t('mandates.rule.channels', { names: format.list(channels.map((one) => one.name)) })]),
    ...(labels.length === 0 ? [] : [t('mandates.rule.labels', { names: format.list(labels) })]),
    ...(authors.length === 0
      ? []
      : [t('mandates.rule.authors', { names: format.list(authors.map((one) => one.name)) })]),
  ];
  return parts.length === 0 ? t('mandates.rule.none') : t('mandates.rule.says', { parts: format.list(parts) });
}
