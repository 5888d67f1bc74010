export { withdrawProof, writeProof } from './service.ts';
