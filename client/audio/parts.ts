import * as Tone from 'tone';
import type { ParameterValues } from '../../shared/parameters/index.ts';
import type { FrameScalars } from '../../shared/simulation/frame-layout.ts';
import { type Note, type Part, parts } from '../../shared/simulation/note.ts';
import { ticksPerSecond } from '../../shared/simulation/world.ts';
import type { SoundEffect } from './audio-player.ts';
import { createDrumKit } from './drum-kit.ts';
import type { Envelope } from './envelope.ts';
import { follow } from './follow.ts';
import { createInstrument, type Instrument } from './instruments.ts';
import type { MasterInputs } from './master.ts';
import { mixGains } from './mix.ts';
import { createPartLevels } from './part-levels.ts';
import { createSwarm } from './swarm/swarm.ts';
import { createPianoInstrument } from './piano.ts';
import { inOctaveFrom } from '../../shared/music/octaves.ts';
import { gainOf, transposeCents } from './sound-settings.ts';
import { bassTimbre, glassTimbre, grainTimbre, timbres } from './timbres.ts';
import { type Mix, perPart } from '../common/part-mix.ts';

/** Voices of each part; with the four drums they are 24. Those of the hands are made when somebody plays. */
const voiceCounts = { lead: 4, chords: 7, bass: 2, texture: 5, effects: 2, hands: 6 };
/** Balance of the parts at equal levels. */
const balance: Readonly<Record<Part, number>> = { lead: 0.5, chords: 0.27, bass: 0.72, drums: 1.35, texture: 0.6 };
const levelOf = { lead: 'leadLevel', chords: 'chordLevel', bass: 'bassLevel', drums: 'drumLevel', texture: 'textureLevel' } as const;
/** Impacts sound at most this often, in seconds. */
const effectGapSeconds = 0.08;
const effectHz: Readonly<Record<SoundEffect, readonly number[]>> = { collision: [1568], press: [1047], arrival: [784, 1175] };
const effectVelocity: Readonly<Record<SoundEffect, number>> = { collision: 0.5, press: 0.35, arrival: 0.7 };

/** Who plays the chosen instrument. Held notes have voices of their own: neither they nor the melody are cut off by the other. */
interface Melodic {
  readonly name: string;
  readonly lead: Instrument;
  readonly chords: Instrument;
  hands: Instrument | null;
  readonly createHands: () => Instrument;
}

/** All parts of the music, each behind its level. */
export function createParts(inputs: MasterInputs, mix: Mix) {
  const context = Tone.getContext();
  const levels: Record<Part, Tone.Gain> = {
    lead: new Tone.Gain(0).connect(inputs.tonal),
    chords: new Tone.Gain(0).connect(inputs.tonal),
    texture: new Tone.Gain(0).connect(inputs.tonal),
    bass: new Tone.Gain(0).connect(inputs.low),
    drums: new Tone.Gain(0).connect(inputs.beat),
  };
  const followers = parts.map((part) => follow(levels[part].gain));
  let gains = mixGains(mix);
  let own: Record<Part, number> | null = null;
  const balanceParts = () => parts.forEach((part, index) => own && followers[index](own[part] * gains[part]));
  let width = 0;
  let cents = 0;
  const kit = createDrumKit(levels.drums);
  const glass = createInstrument(glassTimbre, voiceCounts.effects, inputs.effects, () => width);
  glass.shape({ attack: 0, decay: 0, sustain: 0, release: 0 });
  const swarm = createSwarm(levels.texture);
  let lastImpactAt = 0;
  let melodic: Melodic | null = null;
  let raw: { name: string; bass: Instrument; texture: Instrument } | null = null;
  let shapedBy = '';
  let envelope: Envelope = { attack: 0, decay: 0, sustain: 0, release: 0 };

  const choose = ({ instrument, waveform }: ParameterValues) => {
    if (melodic?.name !== instrument) {
      melodic?.lead.retire();
      melodic?.chords.retire();
      melodic?.hands?.retire();
      const create = (part: 'lead' | 'chords' | 'hands', share: number) => {
        const place = () => width * share;
        const output = levels[part === 'hands' ? 'lead' : part];
        if (instrument === 'piano') return createPianoInstrument(voiceCounts[part], output, place);
        return createInstrument(timbres[instrument], voiceCounts[part], output, place);
      };
      const createHands = () => create('hands', 1);
      melodic = { name: instrument, lead: create('lead', 1), chords: create('chords', 0.7), hands: null, createHands };
      shapedBy = '';
    }
    if (raw?.name !== waveform) {
      raw?.bass.retire();
      raw?.texture.retire();
      raw = {
        name: waveform,
        bass: createInstrument(bassTimbre(waveform), voiceCounts.bass, levels.bass, () => 0),
        texture: createInstrument(grainTimbre(waveform), voiceCounts.texture, levels.texture, () => width),
      };
      shapedBy = '';
    }
    return [melodic.lead, melodic.chords, ...(melodic.hands ? [melodic.hands] : []), raw.bass, raw.texture];
  };

  const handsOf = (instruments: Melodic) => {
    if (instruments.hands) return instruments.hands;
    const hands = instruments.createHands();
    hands.shape(envelope);
    hands.transpose(cents);
    instruments.hands = hands;
    return hands;
  };

  const impact = (effect: SoundEffect, hz: number, velocity: number, at: number, pan: number) => {
    if (at < lastImpactAt + effectGapSeconds) return;
    lastImpactAt = at;
    glass.play(hz, effectVelocity[effect] * velocity, at, 0.03, pan);
  };

  return {
    update(parameters: ParameterValues, scalars: FrameScalars) {
      width = parameters.stereoWidth;
      cents = transposeCents(parameters, scalars);
      const instruments = choose(parameters);
      const { attack, decay, sustain, release } = parameters;
      envelope = { attack, decay, sustain, release };
      const key = [attack, decay, sustain, release].join();
      if (key !== shapedBy) for (const instrument of instruments) instrument.shape(envelope);
      shapedBy = key;
      for (const instrument of instruments) instrument.transpose(cents);
      swarm.follow(parameters, cents);
      own = perPart((part) => gainOf(parameters[levelOf[part]]) * balance[part]);
      balanceParts();
    },
    play(note: Note, whenSeconds: number) {
      const { frequencyHz, velocity, pan, part } = note;
      const seconds = note.durationTicks / ticksPerSecond;
      const ratio = 2 ** (cents / 1200);
      if (note.rule === 'played' && melodic) {
        handsOf(melodic).play(frequencyHz, velocity, whenSeconds, seconds, pan, note.key);
      } else if (part === 'drums') kit.play(note.drum ?? 'hat', frequencyHz * ratio, velocity, whenSeconds);
      else if (part === 'bass' || part === 'texture') raw?.[part].play(frequencyHz, velocity, whenSeconds, seconds, pan);
      else melodic?.[part].play(frequencyHz, velocity, whenSeconds, seconds, pan);
      // What bounces or collides is heard in the note's own pitch, high up, where glass is.
      if (note.rule === 'collision' || note.rule === 'bounce')
        impact('collision', inOctaveFrom(1400, frequencyHz * ratio), 0.4 + 0.6 * velocity, whenSeconds, pan);
    },
    setMix(next: Mix) {
      gains = mixGains(next);
      balanceParts();
    },
    levels: createPartLevels(levels),
    swarm,
    release(key: number, whenSeconds: number) {
      melodic?.hands?.release(key, whenSeconds);
    },
    effect(effect: SoundEffect) {
      effectHz[effect].forEach((hz, index) => {
        const at = context.currentTime + 0.01 + index * 0.09;
        if (effect === 'collision') impact(effect, hz, 1, at, 0);
        else glass.play(hz, effectVelocity[effect], at, 0.03, 0);
      });
    },
  };
}
