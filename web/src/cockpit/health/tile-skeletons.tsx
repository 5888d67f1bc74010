import type { ReactNode } from 'react';

/** The shape of a tile while its figures are on their way, under the name it will have. */
export function TileSkeleton({ kicker }: { readonly kicker: string }): ReactNode {
  return (
    <div className="grid h-72 content-start gap-3 rounded-lg border border-line bg-card px-3.5 py-3">
      <p className="text-xs font-semibold text-cockpit">{kicker}</p>
      <div className="h-3 w-1/2 animate-pulse rounded-sm bg-hover" />
      <div className="h-5 w-1/3 animate-pulse rounded-sm bg-hover" />
      <div className="h-16 animate-pulse rounded-sm bg-sunk" />
      <div className="h-3 w-4/5 animate-pulse rounded-sm bg-hover" />
    </div>
  );
}
