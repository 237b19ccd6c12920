export * from './overwritten.ts';
export * from './restore.ts';
export * from './undo-history.ts';
export { cellsOf, differences, passingKinds } from './writes.ts';
