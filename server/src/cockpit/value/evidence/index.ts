export { evidencedInputs } from './service.ts';
export type { EvidenceCode, EvidenceDeps } from './service.ts';
