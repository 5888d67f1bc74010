export type { SignIn, SignInDeps } from './service.ts';
export { createSignIn } from './service.ts';
export { signInRoutes } from './routes.ts';
