import { audioParameters } from '../../shared/parameters/audio.ts';
import { defaultParameters } from '../../shared/parameters/index.ts';
import { music } from '../../tests/support/sound-lab/music.ts';
import type { LabSound } from '../../tests/support/sound-lab/render.ts';

const seconds = 6;
/** The sound of an instrument alone, with the filter open. */
const dry = { ...defaultParameters, ambience: 'none', delayMix: 0, reverb: 0, filterCutoff: 20_000 } as const;
const soundOf = (sound: Pick<LabSound, 'parameters' | 'notes'>): LabSound => ({
  seconds,
  scalars: [{ tempo: 120, volume: 1, pitch: 0, filter: 1, reverb: 1 }],
  settle: 0.5,
  spectrogram: true,
  ...sound,
});

/** Returns the sound of the melody and chords of some bars, by instrument. */
export function soundsOfInstruments(): Map<string, LabSound> {
  const notes = music(seconds).filter(({ part }) => part === 'lead' || part === 'chords');
  return new Map(
    audioParameters.instrument.choices.map((instrument) => [instrument, soundOf({ parameters: { ...dry, instrument }, notes })]),
  );
}

/** Returns the sound of a snare alone. */
export const snareSound = (): LabSound => soundOf({ parameters: dry, notes: music(seconds).filter(({ drum }) => drum === 'snare') });
