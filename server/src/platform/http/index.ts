export { atDoor, inWorkspace, routeKey } from './route.ts';
export type { Answer, DoorCall, Download, ExtraHeaders, Route, WorkspaceCall } from './route.ts';
export { mount } from './mount.ts';
export type { Admission, Guard } from './mount.ts';
export { problem, statusOf } from './problem.ts';
export type { FieldProblem, ProblemBody } from './problem.ts';
export { securityHeaders } from './headers.ts';
export { openApi } from './openapi.ts';
