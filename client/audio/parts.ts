import * as Tone from 'tone';
import { inOctaveFrom } from '../../shared/music/octaves.ts';
import type { ParameterValues } from '../../shared/parameters/index.ts';
import type { FrameScalars } from '../../shared/simulation/frame-layout.ts';
import { type Note, type Part, parts } from '../../shared/simulation/note.ts';
import { ticksPerSecond } from '../../shared/simulation/world.ts';
import { type Mix, perPart } from '../common/part-mix.ts';
import { createDrumKit } from './drums/drum-kit.ts';
import { createEnsemble } from './ensemble.ts';
import { smoothParam } from './smooth-param.ts';
import { createImpacts } from './impacts.ts';
import type { MasterInputs } from './master.ts';
import { mixGains } from './mix.ts';
import { createPartLevels } from './part-levels.ts';
import { gainOf, transposeCents } from './sound-settings.ts';
import { createSwarm } from './swarm/swarm.ts';
import { wayOf } from './ways.ts';

/** Balance of the parts at equal levels. */
const balance: Readonly<Record<Part, number>> = { lead: 0.5, chords: 0.27, bass: 0.72, drums: 1.35, texture: 0.6 };
const levelOf = { lead: 'leadLevel', chords: 'chordLevel', bass: 'bassLevel', drums: 'drumLevel', texture: 'textureLevel' } as const;

/** Sets the gains of the parts: the levels of the universe times the mix of the user. */
function createPartGains(outputs: Readonly<Record<Part, Tone.Gain>>, mix: Mix) {
  const followers = parts.map((part) => smoothParam(outputs[part].gain));
  let gains = mixGains(mix);
  let levels: Record<Part, number> | null = null;
  const apply = () => parts.forEach((part, index) => levels && followers[index](levels[part] * gains[part]));
  return {
    update(parameters: ParameterValues) {
      levels = perPart((part) => gainOf(parameters[levelOf[part]]) * balance[part]);
      apply();
    },
    setMix(next: Mix) {
      gains = mixGains(next);
      apply();
    },
  };
}

/** All parts of the music, each behind its level. */
export function createParts(inputs: MasterInputs, mix: Mix) {
  const outputs = perPart((part) => new Tone.Gain(0).connect(inputs[wayOf[part]]));
  let width = 0;
  let cents = 0;
  const stereoWidth = () => width;
  const gains = createPartGains(outputs, mix);
  const kit = createDrumKit(outputs.drums);
  const impacts = createImpacts(inputs.effects, stereoWidth);
  const swarm = createSwarm(outputs.texture);
  const ensemble = createEnsemble(outputs, stereoWidth);

  return {
    update(parameters: ParameterValues, scalars: FrameScalars) {
      width = parameters.stereoWidth;
      cents = transposeCents(parameters, scalars);
      ensemble.update(parameters, cents);
      swarm.follow(parameters, cents);
      gains.update(parameters);
      if (gainOf(parameters.drumLevel) > 0) kit.load();
    },
    play(note: Note, whenSeconds: number) {
      const { frequencyHz, velocity, pan, part } = note;
      const seconds = note.durationTicks / ticksPerSecond;
      const ratio = 2 ** (cents / 1200);
      const hands = note.rule === 'played' ? ensemble.hands() : null;
      if (hands) hands.play(frequencyHz, velocity, whenSeconds, seconds, pan, note.key);
      else if (part === 'drums') kit.play(note.drum ?? 'hat', frequencyHz * ratio, velocity, whenSeconds);
      else if (part === 'bass' || part === 'texture') ensemble.raw?.[part].play(frequencyHz, velocity, whenSeconds, seconds, pan);
      else ensemble.melodic?.[part].play(frequencyHz, velocity, whenSeconds, seconds, pan);
      // Collisions and bounces are heard in the note's own pitch, high up, where glass is.
      if (note.rule === 'collision' || note.rule === 'bounce')
        impacts.collide(inOctaveFrom(1400, frequencyHz * ratio), 0.4 + 0.6 * velocity, whenSeconds, pan);
    },
    setMix: gains.setMix,
    levels: createPartLevels(outputs),
    swarm,
    release(key: number, whenSeconds: number) {
      ensemble.melodic?.hands?.release(key, whenSeconds);
    },
    effect: impacts.effect,
  };
}
