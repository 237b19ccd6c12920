import * as Tone from 'tone';
import { smoothParam } from './smooth-param.ts';

const maxSeconds = 2.05;
/** A change of time below this share glides; a larger change happens during a short fade, so that no pitch slide is heard. */
const glideShare = 0.03;
const fadeSeconds = 0.04;

export interface Echo {
  readonly input: Tone.Gain;
  readonly output: Tone.Gain;
  setTime(seconds: number): void;
  /** 0..0.95 */
  setFeedback(share: number): void;
}

/**
 * Creates a ping-pong echo that gets darker with every repeat, like tape, in Tone's current context. Its loop goes through one delay with a
 * channel for each side, and its output is taken only after that delay: so the loop is always entered at the same node, and is never a
 * block of samples longer or shorter in another rendering.
 */
export function createEcho(): Echo {
  const context = Tone.getContext();
  const input = new Tone.Gain(1);
  // The loop is mono: the output is panned.
  const mono = new Tone.Mono();
  const darken = new Tone.BiquadFilter({ type: 'lowpass', frequency: 3400, Q: 0.4 });
  const thin = new Tone.BiquadFilter({ type: 'highpass', frequency: 180, Q: 0.4 });
  const sides = context.createChannelMerger(2);
  const delay = new Tone.Delay({ delayTime: 0.3, maxDelay: maxSeconds });
  const split = context.createChannelSplitter(2);
  const turn = new Tone.Gain(0.3);
  const back = new Tone.Gain(0.3);
  const output = new Tone.Gain(1);
  input.chain(mono, darken, thin);
  Tone.connect(thin, sides, 0, 0);
  Tone.connect(sides, delay);
  Tone.connect(delay, split);
  Tone.connect(split, turn, 0);
  Tone.connect(turn, sides, 0, 1);
  Tone.connect(split, back, 1);
  back.connect(darken);
  for (const [side, pan] of [-0.7, 0.7].entries()) {
    const place = new Tone.Panner(pan).connect(output);
    Tone.connect(split, place, side);
  }
  const followers = [smoothParam(turn.gain), smoothParam(back.gain)];
  let time = 0;

  return {
    input,
    output,
    setTime(seconds) {
      if (Math.abs(seconds - time) < 1e-4) return;
      const near = Math.abs(seconds - time) < time * glideShare;
      time = seconds;
      if (near) {
        delay.delayTime.rampTo(seconds, 0.5);
        return;
      }
      const now = context.currentTime;
      output.gain.linearRampTo(0, fadeSeconds, now);
      delay.delayTime.cancelScheduledValues(now);
      delay.delayTime.setValueAtTime(seconds, now + fadeSeconds);
      output.gain.linearRampTo(1, fadeSeconds * 2, now + fadeSeconds * 1.5);
    },
    setFeedback(share) {
      for (const to of followers) to(share);
    },
  };
}
