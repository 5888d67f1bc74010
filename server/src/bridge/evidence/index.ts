export type { EvidenceRow, Heard, Pointed } from './model.ts';
export { present, previewOf } from './rules.ts';
export { heardAt, keepEvidence, stillHeard } from './service.ts';
export { deleteEvidence } from './store.ts';
export {
  counterOf,
  evidenceOfInsight,
  evidenceOfSignal,
  evidenceOfSignals,
  heard,
  HEARD_FROM,
  idsOfInsight,
} from './lookup.ts';
