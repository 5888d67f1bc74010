export { checkPassword } from './rules.ts';
export { hashPassword, verifyPassword } from './service.ts';
