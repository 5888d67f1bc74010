export { INDICATOR_IDS, LACKS, NOTHINGS } from './model.ts';
export type { Counts, Found, FoundAll, IndicatorId, Lack, Nothing, PilotTraces } from './model.ts';
export { traceRows, tracesOf } from './service.ts';
export type { Traces, TracesDeps } from './service.ts';
