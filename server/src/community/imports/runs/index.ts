export { FINISHED, NO_COUNTS, NOT_STARTED, UNDER_WAY } from './model.ts';
export type { NewRun, Run, RunChange, RunCounts, RunCursor, RunState } from './model.ts';
export {
  changeRun,
  countRuns,
  deleteRun,
  findRun,
  insertProblems,
  insertRun,
  listProblems,
  listRuns,
  lockRun,
  placeMadeFor,
} from './store.ts';
export type { StoredProblem } from './store.ts';
