import type { ReactNode } from 'react';
import type { MandateView } from '#bridge/mandates/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';

/** On paper only: who gave it and who said yes, with room to sign. */
export function Signatures({ mandate }: { readonly mandate: MandateView }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { madeBy, host, givenAt, answeredAt, state } = mandate;
  const isAccepted = ['accepted', 'active', 'done', 'judged'].includes(state);
  const sides = [
    [t('mandates.sign.pilot', { name: madeBy.name }), givenAt],
    [t('mandates.sign.host', { name: host.name }), isAccepted ? answeredAt : null],
  ] as const;
  return (
    <section className="only-print">
      <div className="grid grid-cols-2 gap-6">
        {sides.map(([name, at]) => (
          <div key={name} className="grid h-24 content-start rounded-lg border border-line px-3.5 py-3">
            <b>{name}</b>
            {at !== null && <small>{format.instant(at)}</small>}
          </div>
        ))}
      </div>
    </section>
  );
}
