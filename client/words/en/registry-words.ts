/** Words of the registry that the interface uses too, and the senses of those that mean something else elsewhere. */
export const registryWords = [
  'Bass',
  'Chords',
  'Drums',
  'Glow',
  'Image',
  'Keys (an instrument)',
  'Melody',
  'Open (without an edge)',
  'Share (of a whole)',
  'Space (between stars)',
  'Sparks',
  'Square (a waveform)',
  'Texture',
] as const;
