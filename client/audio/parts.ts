import * as Tone from 'tone';
import type { ParameterValues } from '../../shared/parameters/index.ts';
import type { FrameScalars } from '../../shared/simulation/frame-layout.ts';
import { type Note, type Part } from '../../shared/simulation/note.ts';
import { ticksPerSecond } from '../../shared/simulation/world.ts';
import type { SoundEffect } from './audio-player.ts';
import { createDrumKit } from './drum-kit.ts';
import { createBass, createGrains, createInstrument, type Instrument } from './instruments.ts';
import type { MasterInputs } from './master.ts';
import { gainOf, pitchRatio } from './sound-settings.ts';

const rampSeconds = 0.06;
/** Voices of each part: with bass, grains and kit within what one core plays many times over. */
const leadVoices = 4;
const chordVoices = 8;
/** A replaced instrument rings out for this long. */
const ringOutMs = 4000;
/** Impacts sound at most this often, in seconds. */
const effectGapSeconds = 0.08;

/** All parts of the music, each behind its level. */
export function createParts(inputs: MasterInputs) {
  const levels: Record<Part, Tone.Gain> = {
    lead: new Tone.Gain(0).connect(inputs.tonal),
    chords: new Tone.Gain(0).connect(inputs.tonal),
    texture: new Tone.Gain(0).connect(inputs.tonal),
    bass: new Tone.Gain(0).connect(inputs.low),
    drums: new Tone.Gain(0).connect(inputs.low),
  };
  const kit = createDrumKit(levels.drums);
  const click = new Tone.Synth({
    oscillator: { type: 'sine' },
    envelope: { attack: 0.001, decay: 0.06, sustain: 0, release: 0.05 },
  }).connect(inputs.effects);
  let current: ParameterValues | null = null;
  let ratio = 1;
  let lastEffectAt = 0;
  const width = () => current?.stereoWidth ?? 0;
  let melodic: { name: string; lead: Instrument; chords: Instrument } | null = null;
  let raw: { name: string; bass: Instrument; texture: Instrument } | null = null;
  let shapedBy = '';

  const retire = (...instruments: Instrument[]) => setTimeout(() => instruments.forEach((instrument) => instrument.dispose()), ringOutMs);

  const choose = ({ instrument, waveform }: ParameterValues) => {
    if (melodic?.name !== instrument) {
      if (melodic) retire(melodic.lead, melodic.chords);
      melodic = {
        name: instrument,
        lead: createInstrument(instrument, leadVoices, levels.lead, width),
        chords: createInstrument(instrument, chordVoices, levels.chords, () => width() * 0.6),
      };
      shapedBy = '';
    }
    if (raw?.name !== waveform) {
      if (raw) retire(raw.bass, raw.texture);
      raw = { name: waveform, bass: createBass(waveform, levels.bass), texture: createGrains(waveform, levels.texture, width) };
      shapedBy = '';
    }
  };

  const shape = ({ attack, decay, sustain, release }: ParameterValues) => {
    const key = [attack, decay, sustain, release].join();
    if (key === shapedBy || !melodic || !raw) return;
    shapedBy = key;
    for (const instrument of [melodic.lead, melodic.chords, raw.bass, raw.texture]) instrument.shape({ attack, decay, sustain, release });
  };

  return {
    update(parameters: ParameterValues, scalars: FrameScalars) {
      current = parameters;
      ratio = pitchRatio(parameters, scalars);
      choose(parameters);
      shape(parameters);
      levels.lead.gain.rampTo(gainOf(parameters.leadLevel), rampSeconds);
      levels.chords.gain.rampTo(gainOf(parameters.chordLevel) * 0.7, rampSeconds);
      levels.bass.gain.rampTo(gainOf(parameters.bassLevel), rampSeconds);
      levels.drums.gain.rampTo(gainOf(parameters.drumLevel), rampSeconds);
      levels.texture.gain.rampTo(gainOf(parameters.textureLevel) * 0.8, rampSeconds);
    },
    play(note: Note, whenSeconds: number) {
      const frequencyHz = Math.min(12_000, note.frequencyHz * ratio);
      const seconds = note.durationTicks / ticksPerSecond;
      if (note.part === 'drums') kit.play(note.drum ?? 'hat', frequencyHz, note.velocity, whenSeconds);
      else if (note.part === 'bass' || note.part === 'texture')
        raw?.[note.part].play(frequencyHz, note.velocity, whenSeconds, seconds, note.pan);
      else melodic?.[note.part].play(frequencyHz, note.velocity, whenSeconds, seconds, note.pan);
      if (note.rule === 'collision' || note.rule === 'bounce') this.effect('collision', whenSeconds);
    },
    effect(effect: SoundEffect, whenSeconds = Tone.now()) {
      const at = Math.max(whenSeconds, Tone.now());
      if (at < lastEffectAt + effectGapSeconds) return;
      lastEffectAt = at;
      const hz = effect === 'collision' ? 1900 : effect === 'press' ? 880 : 1320;
      click.triggerAttackRelease(hz, 0.03, at, effect === 'collision' ? 0.5 : 0.8);
    },
  };
}
