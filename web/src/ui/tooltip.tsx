import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';

interface TooltipProps {
  /** A few words more; never the only place where something is said. */
  readonly words: ReactNode;
  /** Something that takes the focus, so the keyboard reaches the words too. */
  readonly children: ReactElement;
}

/** Words that appear when the pointer or the focus rests on something. */
export function Tooltip({ words, children }: TooltipProps): ReactNode {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} className="z-(--layer-float)">
          <Base.Popup className="max-w-64 rounded-md bg-ink px-2 py-1 text-sm text-paper">{words}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
