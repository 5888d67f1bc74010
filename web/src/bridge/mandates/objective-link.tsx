import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { MandateView } from '#bridge/mandates/wire.ts';

interface ObjectiveLinkProps extends Pick<MandateView, 'objective'> {
  readonly ws: string;
}

/** The objective a mandate is given for. */
export function ObjectiveLink({ ws, objective }: ObjectiveLinkProps): ReactNode {
  return (
    <Link to="/$ws/course/$objective" params={{ ws, objective: objective.id }} className="link">
      {objective.title}
    </Link>
  );
}
