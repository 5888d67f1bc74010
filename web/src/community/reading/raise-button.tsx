import { ArrowUpFromLine } from 'lucide-react';
import type { ReactNode } from 'react';
import { raise } from '#web/app/raise.ts';
import type { Pointed } from '#web/app/raise.ts';
import { useWords } from '#web/i18n/index.ts';
import { Kbd } from '#web/ui/kbd.tsx';

/** Sends a message up. Quiet until its message is looked at; fingers, which cannot look, always see it. */
export function RaiseButton({ pointed }: { readonly pointed: Pointed }): ReactNode {
  const t = useWords();
  return (
    <button
      type="button"
      onClick={() => raise(pointed)}
      className="no-print inline-flex items-center gap-1 rounded-sm text-sm text-bridge opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 hover:underline focus-visible:opacity-100 pointer-coarse:min-h-6 pointer-coarse:opacity-100"
    >
      <ArrowUpFromLine aria-hidden size={12} />
      {t('signals.raise.do')}
      <Kbd keys="s" />
    </button>
  );
}
