import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { FigureDiffers } from '#cockpit/figures/differing/wire.ts';
import type { FigureAnswer, FigureValue } from '#cockpit/figures/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { cx } from '#web/ui/cx.ts';
import { Drawer } from '#web/ui/dialog.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { differsQuery } from './figures-query.ts';
import type { Asking } from './figures-query.ts';
import { shortText, windowText } from './say-figure.ts';
import type { Speech } from './say-figure.ts';

interface DiffersProps {
  readonly answer: FigureAnswer;
  readonly asking: Asking;
}

/** The question that follows every figure: why is the one I have from elsewhere another? */
export function DiffersButton({ answer, asking }: DiffersProps): ReactNode {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const { name } = answer.figure;
  return (
    <>
      <button
        type="button"
        className="link mt-1 rounded-sm text-sm pointer-coarse:py-1.5"
        onClick={() => setOpen(true)}
      >
        {t('health.differs')}
      </button>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        title={t('health.differs.title', { name })}
        lead={t('health.differs.lead')}
        wide
      >
        <Counts answer={answer} asking={asking} />
      </Drawer>
    </>
  );
}

function Counts({ answer, asking }: DiffersProps): ReactNode {
  const found = useQuery(differsQuery(answer.figure.id, asking));
  if (found.error !== null) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <Skeleton lines={6} />;
  return <Compared differs={found.data} />;
}

function Compared({ differs }: { readonly differs: FigureDiffers }): ReactNode {
  const speech: Speech = { t: useWords(), format: useFormat() };
  const { t } = speech;
  const { figure, value, window, counts, elsewhere } = differs;
  const text = (one: FigureValue): string => shortText(figure, one, speech);
  return (
    <div className="grid gap-4">
      <dl className="grid">
        <Count name={t('health.differs.here')} value={text(value)} why={windowText(window, speech)} isHere />
        {counts.map((one) => (
          <Count
            key={one.id}
            name={one.name}
            why={one.why}
            value={one.isSame ? t('health.differs.same') : text(one.value)}
            isFaint={one.isSame || one.value.state !== 'value'}
          />
        ))}
      </dl>
      {elsewhere.length > 0 && (
        <section className="grid gap-2">
          <h3>{t('health.differs.words')}</h3>
          <dl className="grid gap-2">
            {elsewhere.map(({ id, name, why }) => (
              <div key={id}>
                <dt className="font-medium">{name}</dt>
                <dd className="text-soft">{why}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </div>
  );
}

interface CountProps {
  readonly name: string;
  readonly why: string;
  readonly value: string;
  readonly isHere?: boolean;
  readonly isFaint?: boolean;
}

function Count({ name, why, value, isHere = false, isFaint = false }: CountProps): ReactNode {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-b border-line py-2">
      <dt className={isHere ? 'font-semibold' : 'font-medium'}>
        {name}
        <small className="block font-normal">{why}</small>
      </dt>
      <dd
        className={cx(
          'text-right tabular-nums',
          isHere && 'text-lg font-[650] text-cockpit',
          isFaint ? 'text-faint' : 'font-semibold',
        )}
      >
        {value}
      </dd>
    </div>
  );
}
