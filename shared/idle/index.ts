export type { Remark, Settings } from './remark.ts';
export { remarkOfEmitter, remarkOfParameter, remarkOfWell } from './remarks.ts';
