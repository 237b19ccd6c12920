export * from './chords.ts';
export * from './melody.ts';
export * from './meter.ts';
export * from './progressions.ts';
export * from './rhythm.ts';
export * from './scales.ts';
export * from './tuning.ts';
