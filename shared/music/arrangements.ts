/** The sections of a movement, in the order in which they follow each other. */
export const sectionNames = ['intro', 'build', 'peak', 'break', 'return', 'ending'] as const;
export type SectionName = (typeof sectionNames)[number];

/** Letters of the parts in an arrangement: lead, chords, bass, drums, texture; from the one that carries the music to the one that adorns it. */
export const partLetters = ['l', 'c', 'b', 'd', 't'] as const;
export type PartLetter = (typeof partLetters)[number];

/** A phrase of four bars as it is arranged. */
export interface ArrangedPhrase {
  /** 0 the theme, 1 its contrast, 2 a passage. */
  readonly letter: 0 | 1 | 2;
  /** Letters of the parts that play, the most important first. */
  readonly parts: string;
  /** 0 quiet and sparse, 1 loud and dense. */
  readonly intensity: number;
}

export type Arrangement = Readonly<Record<SectionName, readonly ArrangedPhrase[]>>;

const theme = (parts: string, intensity: number): ArrangedPhrase => ({ letter: 0, parts, intensity });
const contrast = (parts: string, intensity: number): ArrangedPhrase => ({ letter: 1, parts, intensity });
const passage = (parts: string, intensity: number): ArrangedPhrase => ({ letter: 2, parts, intensity });

/** Arrangements of a movement. In each, every part rests for two phrases or more, and all play at the peak. The texture, which may be sparse, never plays alone. */
export const arrangements: readonly Arrangement[] = [
  // A haze out of which the theme comes; the break is a duet.
  {
    intro: [passage('ct', 0.3), passage('ct', 0.4)],
    build: [theme('lcb', 0.45), theme('lcbt', 0.55), contrast('lcbd', 0.65), theme('lcbdt', 0.75)],
    peak: [theme('lcbdt', 0.95), contrast('lcbdt', 1), theme('lcbdt', 0.95), theme('lcbdt', 1)],
    break: [passage('lb', 0.3), contrast('lbt', 0.35)],
    return: [theme('lcbdt', 0.7), theme('lcbdt', 0.8), contrast('lcbdt', 0.85), theme('lcbdt', 0.9)],
    ending: [theme('lct', 0.5), passage('ct', 0.25)],
  },
  // The theme at once, as a question that the others answer; in the break they play without it.
  {
    intro: [theme('lt', 0.3), theme('lbt', 0.4)],
    build: [theme('lbt', 0.4), theme('lcbt', 0.5), passage('cbdt', 0.6), theme('lcbd', 0.7)],
    peak: [theme('lcbdt', 0.95), theme('lcbdt', 1), contrast('lcbdt', 0.95), theme('lcbdt', 1)],
    break: [passage('ct', 0.3), passage('cbt', 0.4)],
    return: [theme('lcbdt', 0.7), contrast('lcbdt', 0.8), theme('lcbdt', 0.85), theme('lcbdt', 0.9)],
    ending: [theme('lcb', 0.5), theme('lc', 0.25)],
  },
  // A pulse first; the break takes it away.
  {
    intro: [passage('bd', 0.35), passage('bdt', 0.4)],
    build: [theme('lbdt', 0.45), contrast('lcbdt', 0.5), theme('lcbd', 0.6), theme('lcbdt', 0.7)],
    peak: [theme('lcbdt', 0.95), theme('lcbdt', 1), contrast('lcbdt', 1), theme('lcbdt', 1)],
    break: [contrast('lc', 0.35), passage('lct', 0.35)],
    return: [theme('lcbt', 0.6), theme('lcbdt', 0.75), contrast('lcbdt', 0.85), theme('lcbdt', 0.9)],
    ending: [contrast('lbd', 0.5), passage('cb', 0.3)],
  },
  // Waves: the parts come one by one, and leave in the other order.
  {
    intro: [passage('bt', 0.3), theme('lbt', 0.4)],
    build: [theme('lct', 0.4), contrast('lcbt', 0.5), theme('lcb', 0.6), theme('lcbdt', 0.7)],
    peak: [contrast('lcbdt', 0.95), theme('lcbdt', 1), theme('lcbdt', 0.95), theme('lcbdt', 1)],
    break: [passage('bt', 0.3), passage('bdt', 0.35)],
    return: [theme('lcbt', 0.55), theme('lcbdt', 0.7), contrast('lcbdt', 0.8), theme('lcbdt', 0.9)],
    ending: [theme('lc', 0.45), passage('ct', 0.25)],
  },
];
