/** The headings under which the fields of a panel are folded away, as users read them. */
export const topics = {
  forces: 'Directions and fields',
  matter: 'Matter and time',
  emission: 'Birth and chance',
  neighbours: 'Collisions and flocks',
  species: 'Species',
  bounds: 'Edge and bounce',
  notes: 'Notes and tuning',
  form: 'Metre and chords',
  envelope: 'Envelope',
  filter: 'Filter and wobble',
  space: 'Echo and space',
  colours: 'Own colours',
  light: 'Light and sparks',
  camera: 'Camera and pace',
  place: 'Place',
  flight: 'Flight and weight',
  axis: 'Axis and orbit',
} as const;

export type Topic = keyof typeof topics;
