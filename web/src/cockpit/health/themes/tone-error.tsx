import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Tone, ToneError } from '#cockpit/figures/themes/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Table } from '#web/ui/table.tsx';

const TONES = ['negative', 'neutral', 'positive'] as const;

/** How often a tone is read rightly, in words, by language; the whole table behind one button. */
export function ToneErrorCard({ languages }: Pick<Tone, 'languages'>): ReactNode {
  const t = useWords();
  const measured = languages.flatMap(({ language, error }) => (error === null ? [] : [{ language, error }]));
  if (measured.length === 0) return undefined;
  return (
    <Card title={t('health-themes.error')}>
      <div className="grid gap-3">
        {measured.map(({ language, error }) => (
          <OneLanguage key={language} language={language} error={error} />
        ))}
        <small>{t('health-themes.error.made_up')}</small>
      </div>
    </Card>
  );
}

function OneLanguage({ language, error }: { readonly language: string; readonly error: ToneError }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  const name = language === 'fr' || language === 'en' ? t(`health-themes.language.${language}`) : language;
  const [negative = []] = error.confusion;
  const saidNegative = negative.reduce((sum, n) => sum + n, 0);
  return (
    <div className="grid gap-1">
      <p>
        {t('health-themes.error.right', {
          language: name,
          of: format.number(error.of, 0),
          share: format.percent(error.share),
          low: format.percent(error.low),
          high: format.percent(error.high),
        })}{' '}
        {t('health-themes.error.missed', {
          share: format.percent((negative[1] ?? 0) / Math.max(1, saidNegative)),
        })}
      </p>
      {asTable && <Confusion name={name} error={error} />}
      <Button
        tone="quiet"
        className="no-print h-6 justify-self-start px-1.5 text-sm"
        onClick={() => setAsTable(!asTable)}
      >
        {t(asTable ? 'health-themes.error.hide' : 'health-themes.error.show')}
      </Button>
    </div>
  );
}

function Confusion({ name, error }: { readonly name: string; readonly error: ToneError }): ReactNode {
  const t = useWords();
  const format = useFormat();
  return (
    <Table
      caption={t('health-themes.error.table', { language: name })}
      rows={TONES.map((tone, row) => ({ tone, counts: error.confusion[row] ?? [] }))}
      rowKey={({ tone }) => tone}
      columns={[
        {
          id: 'heard',
          header: t('health-themes.error.heard'),
          cell: ({ tone }) => t(`health-themes.tone.${tone}`),
        },
        ...TONES.map((tone, column) => ({
          id: tone,
          header: t('health-themes.error.read', { tone: t(`health-themes.tone.${tone}`) }),
          figures: true,
          cell: ({ counts }: { readonly counts: readonly number[] }) => format.number(counts[column] ?? 0, 0),
        })),
      ]}
    />
  );
}
