import * as Tone from 'tone';
import type { ParameterValues } from '../../shared/parameters/index.ts';
import type { FrameScalars } from '../../shared/simulation/frame-layout.ts';
import { createAmbience } from './ambience.ts';
import { cutoffHz, echoSeconds, gainOf, masterGain, resonanceQ } from './sound-settings.ts';

/** Where the parts go in. `tonal` runs through the filter, all but `ambience` and `effects` through the room. */
export interface MasterInputs {
  tonal: Tone.ToneAudioNode;
  low: Tone.ToneAudioNode;
  effects: Tone.ToneAudioNode;
}

const rampSeconds = 0.06;
const fadeSeconds = 0.04;
/** Make-up that brings a typical universe at the default volume to about −16 LUFS. */
const makeUp = 2.6;
const ceilingDb = -1.5;

/** Filter, chorus, echo, room, ambience, volume, compressor and limiter. */
export function createMaster() {
  const destination = Tone.getDestination();
  const waveform = new Tone.Waveform(1024);
  const gate = new Tone.Gain(0);
  const volume = new Tone.Gain(0.3);
  const compressor = new Tone.Compressor({ threshold: -16, ratio: 2.5, attack: 0.012, release: 0.18, knee: 12 });
  const limiter = new Tone.Limiter(ceilingDb);
  volume.chain(compressor, limiter, gate, destination);
  gate.connect(waveform);

  const room = new Tone.Reverb({ decay: 4.2, preDelay: 0.02, wet: 1 });
  const roomSend = new Tone.Gain(0.3);
  roomSend.chain(room, volume);
  const echo = new Tone.PingPongDelay({ delayTime: 0.3, feedback: 0.3, wet: 1, maxDelay: 2.1 });
  const echoSend = new Tone.Gain(0);
  const echoTone = new Tone.Filter({ type: 'lowpass', frequency: 3200 });
  echoSend.chain(echo, echoTone, volume);
  echoTone.connect(roomSend);

  const filter = new Tone.Filter({ type: 'lowpass', frequency: 1000, rolloff: -12 });
  const sway = new Tone.LFO({ frequency: 1, min: -1, max: 1 });
  const swayDepth = new Tone.Gain(0);
  sway.chain(swayDepth);
  swayDepth.connect(filter.detune);
  sway.start();
  const chorus = new Tone.Chorus({ frequency: 0.4, delayTime: 4.5, depth: 0.35, wet: 0.22 }).start();
  const tonal = new Tone.Gain(1);
  tonal.chain(filter, chorus, volume);
  chorus.fan(roomSend, echoSend);
  const low = new Tone.Gain(1);
  low.chain(volume);
  low.connect(roomSend);
  const effects = new Tone.Gain(0);
  effects.connect(volume);
  effects.connect(roomSend);
  const ambienceGain = new Tone.Gain(0);
  ambienceGain.connect(volume);
  const ambience = createAmbience(ambienceGain);

  let playing = true;
  let muted = false;
  const openGate = () => gate.gain.rampTo(playing && !muted ? 1 : 0, fadeSeconds);
  let echoTime = 0;

  return {
    inputs: { tonal, low, effects } satisfies MasterInputs,
    update(parameters: ParameterValues, scalars: FrameScalars) {
      volume.gain.rampTo(masterGain(parameters, scalars) * makeUp, rampSeconds);
      filter.frequency.rampTo(cutoffHz(parameters, scalars), rampSeconds);
      filter.Q.rampTo(resonanceQ(parameters), rampSeconds);
      sway.frequency.rampTo(parameters.lfoRate, rampSeconds);
      swayDepth.gain.rampTo(parameters.lfoDepth * 1400, rampSeconds);
      roomSend.gain.rampTo(Math.min(1, parameters.reverb * scalars.reverb) * 0.9, rampSeconds);
      echoSend.gain.rampTo(parameters.delayMix * 0.8, rampSeconds);
      echo.feedback.rampTo(parameters.delayFeedback, rampSeconds);
      const seconds = echoSeconds(parameters, scalars.tempo);
      // A moving delay line bends the pitch: it is only moved for a change that one would hear as another rhythm.
      if (Math.abs(seconds - echoTime) > 0.004) {
        echoTime = seconds;
        echo.delayTime.rampTo(seconds, 0.2);
      }
      effects.gain.rampTo(gainOf(parameters.effectsLevel), rampSeconds);
      ambienceGain.gain.rampTo(gainOf(parameters.ambienceLevel) * 1.6, rampSeconds);
      ambience.choose(parameters.ambience);
    },
    setPlaying(next: boolean) {
      playing = next;
      openGate();
    },
    mute(next: boolean) {
      muted = next;
      openGate();
    },
    level() {
      let peak = 0;
      let squares = 0;
      const samples = waveform.getValue();
      for (const sample of samples) {
        peak = Math.max(peak, Math.abs(sample));
        squares += sample * sample;
      }
      const toDb = (gain: number) => Math.max(-100, 20 * Math.log10(Math.max(1e-5, gain)));
      return { rmsDb: toDb(Math.sqrt(squares / samples.length)), peakDb: toDb(peak) };
    },
  };
}
