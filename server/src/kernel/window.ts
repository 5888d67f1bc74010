/** Half-open by days of the workspace's zone: `from` is in, `until` is out. Days are YYYY-MM-DD. */
export interface Window {
  readonly from: string;
  readonly until: string;
}

/** The same in a zone, for instants that are held against its days. */
export interface ZonedWindow extends Window {
  readonly zone: string;
}
