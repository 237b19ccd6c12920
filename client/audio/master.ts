import * as Tone from 'tone';
import type { ParameterValues } from '../../shared/parameters/index.ts';
import type { FrameScalars } from '../../shared/simulation/frame-layout.ts';
import { createAmbience } from './ambience.ts';
import { createChorus } from './chorus.ts';
import { createEcho } from './echo.ts';
import { follow } from './follow.ts';
import { createRoom } from './room.ts';
import { bassCutoffHz, ceilingCurve, cutoffHz, echoSeconds, gainOf, masterGain, resonanceQ, swayCents } from './sound-settings.ts';

/** Where the parts go in. `tonal` and `low` run through a filter each, all but the ambience through the room. */
export interface MasterInputs {
  tonal: Tone.ToneAudioNode;
  low: Tone.ToneAudioNode;
  beat: Tone.ToneAudioNode;
  effects: Tone.ToneAudioNode;
}

const fadeSeconds = 0.04;
/** Make-up that brings a typical universe at the default volume to about −16 LUFS. */
const makeUp = 1.7;

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
  const toDb = (gain: number) => Math.max(-100, 20 * Math.log10(Math.max(1e-5, gain)));
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

/** Filter, chorus, echo, room, ambience, volume, compressor, limiter and ceiling. */
export function createMaster() {
  const gate = new Tone.Gain(0);
  const volume = new Tone.Gain(0.3);
  const rumble = new Tone.BiquadFilter({ type: 'highpass', frequency: 24, Q: 0.6 });
  const compressor = new Tone.Compressor({ threshold: -20, ratio: 2, attack: 0.02, release: 0.25, knee: 14 });
  const limiter = new Tone.Compressor({ threshold: -4, ratio: 20, attack: 0.002, release: 0.12, knee: 3 });
  const ceiling = new Tone.WaveShaper(ceilingCurve());
  volume.chain(rumble, compressor, limiter, ceiling, gate, Tone.getDestination());
  const meter = createMeter(gate);

  const room = createRoom(volume);
  const echo = createEcho();
  const echoSend = new Tone.Gain(0);
  echoSend.connect(echo.input);
  echo.output.fan(volume, room.input);

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
  const dry = new Tone.BiquadFilter({ type: 'highpass', frequency: 55, Q: 0.6 });
  tonal.chain(dry, filter, chorus.input);
  chorus.output.fan(volume, room.input, echoSend);
  const low = new Tone.Gain(1);
  const lowRoom = new Tone.Gain(0.3).connect(room.input);
  low.chain(bassFilter, volume);
  bassFilter.connect(lowRoom);
  const beat = new Tone.Gain(1);
  const beatRoom = new Tone.Gain(0.45).connect(room.input);
  beat.fan(volume, beatRoom);
  const effects = new Tone.Gain(0);
  effects.fan(volume, room.input);
  const ambienceGain = new Tone.Gain(0).connect(volume);
  const ambience = createAmbience(ambienceGain);

  let playing = true;
  let muted = false;
  const openGate = () => gate.gain.rampTo(playing && !muted ? 1 : 0, fadeSeconds);
  openGate();

  const to = {
    volume: follow(volume.gain),
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
      to.volume(masterGain(parameters, scalars) * makeUp);
      to.cutoff(cutoffHz(parameters, scalars));
      to.resonance(resonanceQ(parameters));
      to.bassCutoff(bassCutoffHz(parameters, scalars));
      to.swayRate(parameters.lfoRate);
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
    loudness: () => ({
      lufsMomentary: Number.NEGATIVE_INFINITY,
      lufsShortTerm: Number.NEGATIVE_INFINITY,
      lufsIntegrated: Number.NEGATIVE_INFINITY,
      truePeakDbtp: Number.NEGATIVE_INFINITY,
    }),
  };
}
