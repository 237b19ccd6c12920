import { chromium } from '@playwright/test';
import { findChromium, webgpuFlags } from '../tests/support/chromium.ts';
import { serveLab } from '../tests/support/serve-lab.ts';
import { rounded } from './statistics.ts';
import { seconds } from './voices/planned-grains.ts';

const rounds = 3;
/** Largest difference of the spectra of equal voices in any half octave. */
const toleranceDb = 0.5;

/**
 * Compares voices of the swarm worklet with the same voices as Web Audio nodes (wave, second-order low-pass, two linear ramps of gain,
 * panner), and with as many `Tone.Synth` (wave and envelope alone). Each renders ten seconds in which all voices sound.
 * @throws Error when the spectra of worklet and nodes differ.
 */
export async function run(): Promise<Record<string, unknown>> {
  const lab = await serveLab({ folder: 'voices-bench', packages: ['tone'] });
  const browser = await chromium.launch({ executablePath: findChromium(), args: webgpuFlags });
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(error.message));
    await page.goto(lab.url);
    await page.waitForFunction(() => window.measureVoices !== undefined);
    const { many, few, spectraApartDb, worklet, nodes, tone } = await page.evaluate((times) => window.measureVoices!(times), rounds);
    if (!(spectraApartDb <= toleranceDb)) throw new Error(`the spectra of worklet and nodes are ${spectraApartDb} dB apart`);
    /** Voices that one core plays in real time. */
    const perCore = (voices: number, milliseconds: number) => Math.round((voices * seconds * 1000) / milliseconds);
    return {
      ratio: rounded(nodes.many / worklet.many),
      ratio_few: rounded(nodes.few / worklet.few),
      ratio_tone_synth: rounded(tone / worklet.few),
      voices: many,
      voices_few: few,
      worklet_ms: rounded(worklet.many),
      worklet_few_ms: rounded(worklet.few),
      nodes_ms: rounded(nodes.many),
      nodes_few_ms: rounded(nodes.few),
      tone_synth_few_ms: rounded(tone),
      worklet_voices_per_core: perCore(many, worklet.many),
      nodes_voices_per_core: perCore(many, nodes.many),
      spectra_apart_db: rounded(spectraApartDb),
    };
  } finally {
    await browser.close();
    await lab.close();
  }
}
