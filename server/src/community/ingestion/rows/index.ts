export { cell, rowsOf, stubLine } from './rules.ts';
export { STAGES } from './model.ts';
export type { Ids, Named, RawRows, Row, RowContext, Stage } from './model.ts';
