import type { ReactNode } from 'react';

/** The mark of the house: a footbridge. */
export function BridgeMark(): ReactNode {
  return (
    <svg aria-hidden width="26" height="26" viewBox="0 0 26 26" fill="none" className="shrink-0">
      <path d="M3 18c5-9 15-9 20 0" className="stroke-bridge" strokeWidth="2.4" />
      <path d="M3 18v4M23 18v4M13 11.3V22M8 13.6V22M18 13.6V22" className="stroke-soft" strokeWidth="1.4" />
    </svg>
  );
}
