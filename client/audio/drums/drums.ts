import type { Drum } from '../../../shared/simulation/note.ts';

/** What plays the hits of a drum kit. */
export interface Drums {
  play(drum: Drum, frequencyHz: number, velocity: number, whenSeconds: number): void;
  dispose(): void;
}

/** Where the drums of a kit stand. */
export const drumPan: Readonly<Record<Drum, number>> = { kick: 0, tom: -0.28, snare: 0.1, hat: 0.3 };
