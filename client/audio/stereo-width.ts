import * as Tone from 'tone';
import { audioParameters } from '../../shared/parameters/audio.ts';
import { smoothParam } from './smooth-param.ts';

/** A stage that makes the whole mix narrower or wider. */
export interface StereoWidth {
  readonly input: Tone.Gain;
  readonly output: Tone.ToneAudioNode;
  /** Sets the width: 0 is mono, the default leaves the mix as it is, 1 widens it. */
  set(width: number): void;
}

/** Creates the stage, which scales the difference of both sides, and with it the reverb and the echo. */
export function createStereoWidth(): StereoWidth {
  // A mono sum has to reach both sides.
  const input = new Tone.Gain({ channelCount: 2, channelCountMode: 'explicit' });
  const split = new Tone.MidSideSplit();
  const merge = new Tone.MidSideMerge();
  const side = new Tone.Gain(1);
  input.connect(split);
  split.mid.connect(merge.mid);
  split.side.chain(side, merge.side);
  const to = smoothParam(side.gain);
  return { input, output: merge, set: (width) => to(width / audioParameters.stereoWidth.default) };
}
