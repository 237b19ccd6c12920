export { type Remark, type RemarkCode, type Settings } from './remark.ts';
export { remarkOfEmitter, remarkOfParameter, remarkOfWell } from './remarks.ts';
export type { Scene } from './rule.ts';
