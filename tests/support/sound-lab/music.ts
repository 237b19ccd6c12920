import type { Drum, Note, Part } from '../../../shared/simulation/note.ts';

/** Makes notes of all parts at 120 BPM, repeated: about ten notes per second. */
export function music(seconds: number): Note[] {
  const notes: Note[] = [];
  const add = (beat: number, part: Part, midi: number, beats: number, drum: Drum | null = null, rule: Note['rule'] = 'melody') =>
    notes.push({
      tick: Math.round(beat * 30),
      lateTicks: 0,
      part,
      midi,
      frequencyHz: 440 * 2 ** ((midi - 69) / 12),
      velocity: 0.7,
      durationTicks: Math.round(beats * 30),
      pan: ((notes.length % 5) - 2) / 2,
      rule,
      cause: 0,
      drum,
    });
  for (let beat = 0; beat < seconds * 2; beat++) {
    add(beat, 'lead', [72, 76, 79, 74][beat % 4], 0.8);
    add(beat, 'drums', [40, 60, 52, 60][beat % 4], 0.2, (['kick', 'hat', 'snare', 'tom'] as const)[beat % 4]);
    add(beat + 0.5, 'drums', 84, 0.1, 'hat');
    add(beat + 0.25, 'texture', 84 + (beat % 3) * 2, 0.2, null, beat % 2 === 0 ? 'collision' : 'grain');
    if (beat % 2 === 0) add(beat, 'bass', beat % 4 === 0 ? 36 : 43, 1.5);
    if (beat % 4 === 0) for (const midi of [60, 64, 67]) add(beat, 'chords', midi, 3.8);
  }
  return notes.sort((a, b) => a.tick - b.tick);
}
