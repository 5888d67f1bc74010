import { measureFigure } from '#cockpit/value/measuring/index.ts';
import type { MeasureCode, MeasuringDeps } from '#cockpit/value/measuring/index.ts';
import { leanOnProof } from '#cockpit/value/proving/index.ts';
import type { ProofCode, ProvingDeps } from '#cockpit/value/proving/index.ts';
import type { FigureAsked, Given } from '#cockpit/value/lookup.ts';
import type { Doing } from '#kernel/actor.ts';
import type { Result } from '#kernel/result.ts';
import { yes } from '#kernel/result.ts';

export type EvidenceDeps = MeasuringDeps & ProvingDeps;
export type EvidenceCode = MeasureCode | ProofCode;

/** As it was sent: which figure or which proof, not yet what it says. */
type Asked = Given<FigureAsked, string>;

/** Ranges with what stands behind them, as it is now. */
export async function evidencedInputs(
  deps: EvidenceDeps,
  asking: Pick<Doing, 'scope' | 'language'>,
  inputs: Readonly<Record<string, Asked>>,
): Promise<Result<Readonly<Record<string, Given>>, EvidenceCode>> {
  const found: Record<string, Given> = {};
  for (const [name, given] of Object.entries(inputs)) {
    const evidenced = await evidencedGiven(deps, asking, given);
    if (!evidenced.ok) return evidenced;
    found[name] = evidenced.value;
  }
  return yes(found);
}

async function evidencedGiven(
  deps: EvidenceDeps,
  { scope, language }: Pick<Doing, 'scope' | 'language'>,
  { figure, proof, ...given }: Asked,
): Promise<Result<Given, EvidenceCode>> {
  if (given.from === 'measured' && figure !== null) {
    const found = await measureFigure(deps, scope, figure, language);
    if (!found.ok) return found;
    const { value, low, high, n, of, from, until } = found.value;
    return yes({ ...given, figure: { ...figure, value, low, high, n, of, from, until } });
  }
  if (given.from === 'proof' && proof != null) {
    const found = await leanOnProof(deps, scope, proof, given);
    return found.ok ? yes({ ...given, figure: null, proof: found.value }) : found;
  }
  return yes({ ...given, figure: null });
}
