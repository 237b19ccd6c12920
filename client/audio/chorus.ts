import * as Tone from 'tone';

const middleSeconds = 0.011;
const swingSeconds = 0.0022;
const rateHz = 0.31;
const wet = 0.32;

/** Creates a subtle chorus: the dry sound, and a copy on each side with opposite pitch modulation. */
export function createChorus(): { input: Tone.Gain; output: Tone.Gain } {
  const context = Tone.getContext();
  const input = new Tone.Gain(1);
  const output = new Tone.Gain(1);
  input.connect(output);
  const wave = context.createOscillator();
  wave.frequency.value = rateHz;
  wave.start();
  const mono = new Tone.Mono();
  input.connect(mono);
  for (const side of [-1, 1]) {
    const delay = new Tone.Delay({ delayTime: middleSeconds, maxDelay: 0.05 });
    const swing = new Tone.Gain(side * swingSeconds);
    Tone.connect(wave, swing);
    swing.connect(delay.delayTime);
    mono.chain(delay, new Tone.Gain(wet), new Tone.Panner(side * 0.9), output);
  }
  return { input, output };
}
