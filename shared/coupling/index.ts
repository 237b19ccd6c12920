export * from './bands.ts';
export * from './classic.ts';
export * from './couple.ts';
export { type CouplingInput, type CouplingOutput, createCouplingOutput, followSeconds } from './links.ts';
export * from './listening.ts';
export * from './loudness.ts';
export * from './matter.ts';
export * from './tide.ts';
export { neutralGravity, neutralLoudness, neutralTempo, registerLift, rhythmDrive } from './stable.ts';
