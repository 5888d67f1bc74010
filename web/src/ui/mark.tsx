import type { ReactNode } from 'react';

/** A piece of a text that was searched; `hit` where it answers. */
export interface Segment {
  readonly text: string;
  readonly hit: boolean;
}

/** A text with what was found in it. Takes pieces, never HTML: nothing a member wrote can act. */
export function Mark({ segments }: { readonly segments: readonly Segment[] }): ReactNode {
  return segments.map((segment, place) =>
    segment.hit ? (
      <mark key={place} className="rounded-[3px] bg-hit text-ink">
        {segment.text}
      </mark>
    ) : (
      segment.text
    ),
  );
}
