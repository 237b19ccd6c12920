import * as Tone from 'tone';
import type { ParameterValues } from '../../shared/parameters/index.ts';
import type { FrameScalars } from '../../shared/simulation/frame-layout.ts';
import { createAmbience } from './ambience.ts';
import { createChorus } from './chorus.ts';
import { createEcho } from './echo.ts';
import { follow } from './follow.ts';
import { createLowCut } from './low-cut.ts';
import { createOutput, type OutputOptions } from './output.ts';
import { createRoom } from './room.ts';
import { bassCutoffHz, cutoffHz, echoSeconds, gainOf, resonanceQ, swayCents, swayHz, volumeGain } from './sound-settings.ts';
import { dbOfAmplitude } from '../common/decibels.ts';

/** Where the parts go in. `tonal` and `low` run through a filter each, all but the ambience through the room. */
export interface MasterInputs {
  tonal: Tone.ToneAudioNode;
  low: Tone.ToneAudioNode;
  beat: Tone.ToneAudioNode;
  effects: Tone.ToneAudioNode;
}

const fadeSeconds = 0.04;
/** What the sum of all parts is taken to, so that the compressor has about as much to do in every universe. */
const sumGain = 0.6;

/** Two analysers, one a channel: one alone would mix them before it looks. */
function createMeter(input: Tone.ToneAudioNode) {
  const context = Tone.getContext();
  const split = context.createChannelSplitter(2);
  Tone.connect(input, split);
  const samples = new Float32Array(2048);
  const analysers = [0, 1].map((channel) => {
    const analyser = context.createAnalyser();
    analyser.fftSize = samples.length;
    split.connect(analyser, channel);
    return analyser;
  });
  const toDb = (gain: number) => Math.max(-100, dbOfAmplitude(Math.max(1e-5, gain)));
  return {
    level() {
      let peak = 0;
      let squares = 0;
      for (const analyser of analysers) {
        analyser.getFloatTimeDomainData(samples);
        for (const sample of samples) {
          peak = Math.max(peak, Math.abs(sample));
          squares += sample * sample;
        }
      }
      return { rmsDb: toDb(Math.sqrt(squares / (2 * samples.length))), peakDb: toDb(peak) };
    },
  };
}

/** Filter, chorus, echo, room, ambience and compressor, and the output. */
export function createMaster(options: OutputOptions) {
  const output = createOutput(options);
  const sum = new Tone.Gain(sumGain);
  const compressor = new Tone.Compressor({ threshold: -20, ratio: 2, attack: 0.02, release: 0.25, knee: 14 });
  sum.chain(createLowCut(24), compressor, output.input);
  const meter = createMeter(Tone.getDestination());

  const room = createRoom(sum);
  const echo = createEcho();
  const echoSend = new Tone.Gain(0);
  echoSend.connect(echo.input);
  echo.output.fan(sum, room.input);

  const filter = new Tone.BiquadFilter({ type: 'lowpass', frequency: 1000 });
  const bassFilter = new Tone.BiquadFilter({ type: 'lowpass', frequency: 1000, Q: 0.6 });
  const sway = Tone.getContext().createOscillator();
  const swayRate = new Tone.Param({ param: sway.frequency, units: 'frequency', value: 1 });
  const swayDepth = new Tone.Gain(0);
  Tone.connect(sway, swayDepth);
  swayDepth.connect(filter.detune);
  sway.start();
  const chorus = createChorus();
  const tonal = new Tone.Gain(1);
  // Modulated tones carry some direct current, which would thump with their envelopes.
  tonal.chain(createLowCut(55), filter, chorus.input);
  chorus.output.fan(sum, room.input, echoSend);
  const low = new Tone.Gain(1);
  const lowRoom = new Tone.Gain(0.3).connect(room.input);
  low.chain(bassFilter, sum);
  bassFilter.connect(lowRoom);
  const beat = new Tone.Gain(1);
  const beatRoom = new Tone.Gain(0.45).connect(room.input);
  beat.fan(sum, beatRoom);
  const effects = new Tone.Gain(0);
  effects.fan(sum, room.input);
  const ambienceGain = new Tone.Gain(0).connect(sum);
  const ambience = createAmbience(ambienceGain);

  let playing = true;
  let muted = false;
  const openGate = () => output.gate.rampTo(playing && !muted ? 1 : 0, fadeSeconds);
  openGate();

  const to = {
    sum: follow(sum.gain),
    volume: follow(output.volume),
    cutoff: follow(filter.frequency),
    resonance: follow(filter.Q),
    bassCutoff: follow(bassFilter.frequency),
    swayRate: follow(swayRate),
    swayDepth: follow(swayDepth.gain),
    echo: follow(echoSend.gain),
    effects: follow(effects.gain),
    ambience: follow(ambienceGain.gain),
  };

  let beds = 1;
  let effectsGain = 0;
  let bedGain = 0;
  const balanceBeds = () => {
    to.effects(effectsGain * beds);
    to.ambience(bedGain * beds);
  };

  return {
    inputs: { tonal, low, beat, effects } satisfies MasterInputs,
    update(parameters: ParameterValues, scalars: FrameScalars) {
      // What gravity makes of the volume is levelled out in the long run; what a person sets is not.
      to.sum(scalars.volume * sumGain);
      to.volume(volumeGain(parameters));
      to.cutoff(cutoffHz(parameters, scalars));
      to.resonance(resonanceQ(parameters));
      to.bassCutoff(bassCutoffHz(parameters, scalars));
      to.swayRate(swayHz(parameters, scalars.tempo));
      to.swayDepth(swayCents(parameters));
      to.echo(parameters.delayMix * 1.2);
      effectsGain = gainOf(parameters.effectsLevel);
      bedGain = gainOf(parameters.ambienceLevel);
      balanceBeds();
      room.fill(Math.min(1, parameters.reverb * scalars.reverb));
      echo.setFeedback(parameters.delayFeedback);
      echo.setTime(echoSeconds(parameters, scalars.tempo));
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
    /** Whether what belongs to no part is heard. */
    setBeds(heard: boolean) {
      beds = heard ? 1 : 0;
      balanceBeds();
    },
    level: meter.level,
    hold: output.hold,
    loudness: output.read,
  };
}
