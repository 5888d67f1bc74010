/** An organisation a member belongs to, half-open days; null: not known. */
export interface Affiliation {
  readonly organisation: string;
  readonly from: string | null;
  readonly until: string | null;
}

/** What makes somebody staff, whatever his place says. All in lower case. */
export interface StaffRules {
  readonly domains: readonly string[];
  readonly addresses: readonly string[];
  readonly handles: readonly string[];
}
