import type { ReactNode } from 'react';
import { cx } from './cx.ts';

/** `⌘` where Apple's keyboards say so, `Ctrl` elsewhere. */
const MOD = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/u.test(navigator.userAgent) ? '⌘' : 'Ctrl';

const NAMED: Readonly<Record<string, string>> = { left: '←', right: '→', enter: '↵' };

/** The caps of a shortcut as the registry writes it: `mod+k` → Ctrl, K; `g m` → G, M; `left` → ←, `enter` → ↵. */
export function capsOf(keys: string, mod: string = MOD): string[] {
  const names: typeof NAMED = { ...NAMED, mod };
  return keys.split(/[ +]/u).map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key));
}

interface KbdProps {
  readonly keys: string;
  /** On a coloured button: the caps take the colour of its text. */
  readonly on?: boolean;
}

/** Keys drawn as caps. Hidden from readers of screens: the shortcut help lists them in words. Not shown to fingers. */
export function Kbd({ keys, on = false }: KbdProps): ReactNode {
  return (
    <span aria-hidden className="inline-flex gap-0.5 pointer-coarse:hidden">
      {capsOf(keys).map((cap) => (
        <kbd
          key={cap}
          className={cx(
            'rounded-sm border border-b-2 px-1 font-mono text-[0.6875rem] leading-[1.35] font-normal',
            on ? 'border-current opacity-80' : 'border-line bg-card text-soft',
          )}
        >
          {cap}
        </kbd>
      ))}
    </span>
  );
}
