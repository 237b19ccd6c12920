/** Words of the registry that the interface says too, and the senses in which others are meant there. */
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
