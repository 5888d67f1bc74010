import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { Chip, StateChip } from '#web/ui/chip.tsx';
import { Kbd } from '#web/ui/kbd.tsx';
import { Mark } from '#web/ui/mark.tsx';
import { SafeHtml } from '#web/ui/safe-html.tsx';
import { Section } from './section.tsx';

const WRITTEN =
  '<p>Bonjour, voici <strong>ma mesure</strong> :</p><blockquote><p>22 km au lieu de 45</p></blockquote><ul><li>à −5 °C</li><li><code>mode éco</code></li></ul>';

/** Chips, states, found words, what members write. */
export function States(): ReactNode {
  const t = useWords();
  return (
    <Section title={t('toolbox.states')}>
      <div className="flex flex-wrap items-center gap-3">
        {(['good', 'waiting', 'late', 'off', 'running'] as const).map((state) => (
          <StateChip key={state} state={state}>
            {t(`toolbox.states.${state}`)}
          </StateChip>
        ))}
        <Chip hue="cockpit">{t('toolbox.states.c')}</Chip>
        <Chip hue="bridge">{t('toolbox.states.b')}</Chip>
        <Chip hue="field">{t('toolbox.states.f')}</Chip>
        <Chip hue="late">{t('toolbox.states.l')}</Chip>
        <Chip hue="wait">{t('toolbox.states.w')}</Chip>
        <Chip>{t('toolbox.states.p')}</Chip>
        <Kbd keys="mod+k" />
        <Kbd keys="g m" />
      </div>
      <div className="grid gap-3 wide:grid-cols-3">
        <Card title={t('toolbox.states.found')} level="h3">
          <Mark
            segments={[
              { text: t('toolbox.states.found.a'), hit: false },
              { text: t('toolbox.states.found.hit'), hit: true },
              { text: t('toolbox.states.found.b'), hit: false },
            ]}
          />
        </Card>
        <div className="rounded-lg border border-note-line bg-note px-3.5 py-3">
          <b>{t('toolbox.states.note')}</b> · Inès, 09:02
          <p>{t('toolbox.states.note.text')}</p>
        </div>
        <Card title={t('toolbox.states.written')} level="h3">
          <SafeHtml html={WRITTEN} lang="fr" />
        </Card>
      </div>
    </Section>
  );
}
