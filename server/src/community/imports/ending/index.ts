export { cancel, forget, refuse } from './service.ts';
