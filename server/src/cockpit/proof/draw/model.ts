/** A newcomer and the group he was drawn into when he arrived. */
export interface Drawn {
  readonly memberId: string;
  readonly arm: 'now' | 'later';
  readonly arrivedOn: string;
}

/** A newcomer as the figures know him: first contribution, and whether another followed on another day within 30 days. */
export interface Newcomer {
  readonly memberId: string;
  readonly arrivedOn: string;
  readonly cameBack: boolean;
}

export interface ArmCount {
  readonly drawn: number;
  readonly came: number;
}

export interface Drawing {
  readonly proofId: string;
  readonly seed: string;
  readonly startDay: string;
  readonly untilDay: string;
}
