/** The workspace a request may see. Only `workspace/` and the composition root make one; every query needs one. */
export interface Scope {
  readonly workspaceId: string;
}
