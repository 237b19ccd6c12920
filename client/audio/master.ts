import * as Tone from 'tone';
import type { ParameterValues } from '../../shared/parameters/index.ts';
import type { FrameScalars } from '../../shared/simulation/frame-layout.ts';
import { createBeds } from './beds.ts';
import { createEcho } from './echo.ts';
import { smoothParam } from './smooth-param.ts';
import { createLevelMeter } from './level-meter.ts';
import { createLowCut } from './low-cut.ts';
import { createOutput, type OutputOptions } from './output.ts';
import { createRoom } from './convolution-reverb.ts';
import { bassCutoffHz, echoGain, echoSeconds, volumeGain } from './sound-settings.ts';
import { createStereoWidth } from './stereo-width.ts';
import { createTonalFilter } from './tonal-filter.ts';

/** The inputs of the parts. `tonal` and `low` run through a filter each, all but the ambience through the reverb. */
export interface MasterInputs {
  tonal: Tone.ToneAudioNode;
  low: Tone.ToneAudioNode;
  beat: Tone.ToneAudioNode;
  effects: Tone.ToneAudioNode;
}

const fadeSeconds = 0.04;
/** Gain of the sum of all parts, by which the compressor has about as much to do in every universe. */
const sumGain = 0.6;
/** Lift of the treble, from this frequency on: most instruments are soft, and reverb and chorus take more from the treble than they give. */
const air = { type: 'highshelf', frequency: 4000, gain: 6 } as const;

/** Filter, chorus, echo, reverb, ambience, width and compressor, and the output. */
export function createMaster(options: OutputOptions) {
  const output = createOutput(options);
  const sum = new Tone.Gain(sumGain);
  const compressor = new Tone.Compressor({ threshold: -20, ratio: 2, attack: 0.02, release: 0.25, knee: 14 });
  const width = createStereoWidth();
  sum.connect(width.input);
  // Behind the compressor, which would take half of it away.
  const gravity = new Tone.Gain(1);
  width.output.chain(createLowCut(24), new Tone.BiquadFilter(air), compressor, gravity, output.input);
  const meter = createLevelMeter(Tone.getDestination());

  const room = createRoom(sum);
  const echo = createEcho();
  const echoSend = new Tone.Gain(0);
  echoSend.connect(echo.input);
  echo.output.fan(sum, room.input);

  const tonal = createTonalFilter();
  tonal.output.fan(sum, room.input, echoSend);
  const bassFilter = new Tone.BiquadFilter({ type: 'lowpass', frequency: 1000, Q: 0.6 });
  const low = new Tone.Gain(1);
  const lowRoom = new Tone.Gain(0.3).connect(room.input);
  low.chain(bassFilter, sum);
  bassFilter.connect(lowRoom);
  const beat = new Tone.Gain(1);
  const beatRoom = new Tone.Gain(0.45).connect(room.input);
  beat.fan(sum, beatRoom);
  const beds = createBeds(sum, room.input);

  let playing = true;
  let muted = false;
  const openGate = () => output.gate.rampTo(playing && !muted ? 1 : 0, fadeSeconds);
  openGate();

  const to = {
    gravity: smoothParam(gravity.gain),
    volume: smoothParam(output.volume),
    planned: smoothParam(output.planned),
    bassCutoff: smoothParam(bassFilter.frequency),
    echo: smoothParam(echoSend.gain),
  };

  return {
    inputs: { tonal: tonal.input, low, beat, effects: beds.effects } satisfies MasterInputs,
    update(parameters: ParameterValues, scalars: FrameScalars) {
      // The volume that gravity makes is levelled out over minutes; the volume that a user sets is not.
      to.gravity(scalars.volume);
      to.volume(volumeGain(parameters));
      to.planned(scalars.plannedDb);
      width.set(parameters.stereoWidth);
      tonal.update(parameters, scalars);
      to.bassCutoff(bassCutoffHz(parameters, scalars));
      to.echo(echoGain(parameters));
      beds.update(parameters);
      room.fill(Math.min(1, parameters.reverb * scalars.reverb));
      echo.setFeedback(parameters.delayFeedback);
      echo.setTime(echoSeconds(parameters, scalars.tempo));
    },
    setPlaying(next: boolean) {
      playing = next;
      openGate();
    },
    mute(next: boolean) {
      muted = next;
      openGate();
    },
    setBeds: beds.setHeard,
    level: meter.level,
    hold: output.hold,
    loudness: output.read,
  };
}
