export type { EvidenceRow, Heard } from './model.ts';
export { present, previewOf } from './rules.ts';
export type { Pointed } from './service.ts';
export { heardAt, keepEvidence } from './service.ts';
export { deleteEvidence } from './store.ts';
export {
  counterOf,
  evidenceOfInsight,
  evidenceOfSignal,
  evidenceOfSignals,
  HEARD_FROM,
  idsOfInsight,
} from './lookup.ts';
