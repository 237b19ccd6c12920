import * as Tone from 'tone';
import type { SoundEffect } from './audio-player.ts';
import { createInstrument } from './instruments.ts';
import { glassTimbre } from './timbres.ts';

const voiceCount = 2;
/** Impacts sound at most this often, in seconds. */
const effectGapSeconds = 0.08;
const effectHz: Readonly<Record<SoundEffect, readonly number[]>> = { collision: [1568], press: [1047], arrival: [784, 1175] };
const effectVelocity: Readonly<Record<SoundEffect, number>> = { collision: 0.5, press: 0.35, arrival: 0.7 };
const strokeSeconds = 0.03;

/** Collisions and sound effects, on glass. */
interface Impacts {
  collide(hz: number, velocity: number, whenSeconds: number, pan: number): void;
  effect(effect: SoundEffect): void;
}

export function createImpacts(output: Tone.ToneAudioNode, stereoWidth: () => number): Impacts {
  const context = Tone.getContext();
  const glass = createInstrument(glassTimbre, voiceCount, output, stereoWidth);
  glass.shape({ attack: 0, decay: 0, sustain: 0, release: 0 });
  let lastImpactAt = 0;

  const collide = (hz: number, velocity: number, at: number, pan: number) => {
    if (at < lastImpactAt + effectGapSeconds) return;
    lastImpactAt = at;
    glass.play(hz, effectVelocity.collision * velocity, at, strokeSeconds, pan);
  };

  return {
    collide,
    effect(effect) {
      effectHz[effect].forEach((hz, index) => {
        const at = context.currentTime + 0.01 + index * 0.09;
        if (effect === 'collision') collide(hz, 1, at, 0);
        else glass.play(hz, effectVelocity[effect], at, strokeSeconds, 0);
      });
    },
  };
}
