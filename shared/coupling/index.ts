export * from './classic.ts';
export * from './couple.ts';
export type { CouplingInput, CouplingOutput } from './links.ts';
export { registerLift, rhythmDrive } from './stable.ts';
