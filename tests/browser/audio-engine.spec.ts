import { expect, type Page, test } from '@playwright/test';
import { audioParameters } from '../../shared/parameters/audio.ts';
import { defaultParameters, type ParameterValues } from '../../shared/parameters/index.ts';
import { swarmVoices } from '../../shared/simulation/swarm-layout.ts';
import { alone, golden } from '../support/sound-lab/golden.ts';
import { music } from '../support/sound-lab/music.ts';
import { serveLab } from '../support/serve-lab.ts';
import type { LabRendering, LabSound } from '../support/sound-lab/render.ts';
import { centroidHz, halfOctavesHz } from '../support/sound-lab/spectrum.ts';

export type { LabSound } from '../support/sound-lab/render.ts';

let lab: Awaited<ReturnType<typeof serveLab>>;
/** The page of the laboratory, in which a rendering is a graph of its own. */
let labPage: Page;
let render: (input: Asked) => Promise<LabRendering>;

const neutral = { tempo: 120, volume: 1, pitch: 0, filter: 1, reverb: 1 };

async function openLab(page: Page): Promise<void> {
  await page.goto(lab.url);
  await page.waitForFunction(() => window.renderSound !== undefined);
}

/** Bands so far below the loudest are not heard beside it. */
const heardDb = 40;

type Asked = Partial<LabSound> & { change?: Partial<ParameterValues> };

function wholeSound({ change, ...input }: Asked): LabSound {
  const seconds = input.seconds ?? 4;
  return {
    seconds,
    notes: music(seconds),
    scalars: [neutral],
    settle: 0.5,
    ...input,
    parameters: { ...defaultParameters, filterCutoff: 5000, ...input.parameters, ...change },
  };
}

/** Renders in a page. */
function renderOn(page: Page): typeof render {
  return (input) => page.evaluate((asked) => window.renderSound!(asked), wholeSound(input));
}

test.beforeAll(async ({ browser }) => {
  lab = await serveLab({ folder: 'sound-lab', packages: ['tone'] });
  labPage = await browser.newPage();
  await openLab(labPage);
  render = renderOn(labPage);
});
test.afterAll(async () => {
  await labPage.close();
  await lab.close();
});
test.beforeEach(() => labPage.evaluate(() => window.forgetRenderings!()));

test('every instrument is as loud as the others, has a spectrum of its own, stays below the ceiling and sounds the same in a recording', async () => {
  const centres: number[] = [];
  for (const instrument of audioParameters.instrument.choices) {
    const asked = wholeSound({ seconds: 5, settle: 1, change: { instrument, ambience: 'none', drumLevel: -60, textureLevel: -60 } });
    const sound = await render(asked);
    const recording = await labPage.evaluate((played) => window.recordSound!(played), asked);
    expect(Math.abs(recording.lufs - sound.lufs), instrument).toBeLessThan(0.5);
    const heard = sound.bands.flatMap((level, band) =>
      level > Math.max(...sound.bands) - heardDb ? [[level, recording.bands[band]]] : [],
    );
    // Chorus and tremolo are elsewhere in their cycle; two instruments are 6 dB apart.
    expect(heard.reduce((sum, [live, recorded]) => sum + Math.abs(live - recorded), 0) / heard.length, instrument).toBeLessThan(1.5);
    expect(sound.lufs, instrument).toBeGreaterThan(-21);
    expect(sound.lufs, instrument).toBeLessThan(-12);
    expect(sound.peakDb, instrument).toBeLessThanOrEqual(-1);
    expect(Math.abs(sound.offset), instrument).toBeLessThan(0.005);
    centres.push(sound.centreHz);
  }
  centres.sort((a, b) => a - b);
  expect(centres.at(-1)! / centres[0]).toBeGreaterThan(1.6);
});

test('others play for recordings that cannot be fetched, and the snare is bright with and without them', async ({ page }) => {
  await openLab(page);
  const render = renderOn(page);
  const snare = { seconds: 2, notes: music(2).filter(({ drum }) => drum === 'snare'), change: { ambience: 'none' } } as const;
  const marimba = {
    seconds: 2,
    notes: music(2).filter(({ part }) => part === 'lead'),
    change: { instrument: 'marimba' },
    keep: true,
  } as const;
  expect(centroidHz((await render(snare)).bands, halfOctavesHz)).toBeGreaterThan(1500);
  const recorded = await render(marimba);
  await page.route(/[.](ogg|flac)$/, (route) => route.abort());
  await page.reload();
  await page.waitForFunction(() => window.renderSound !== undefined);
  expect(centroidHz((await render(snare)).bands, halfOctavesHz)).toBeGreaterThan(1500);
  const standIn = await render(marimba);
  expect(Math.abs(standIn.lufs - recorded.lufs)).toBeLessThan(6);
  expect(Math.max(...standIn.bands.map((level, band) => Math.abs(level - recorded.bands[band])))).toBeGreaterThan(3);
});

test('renders the same sound again when nothing changed', async () => {
  for (let time = 0; time < 4; time++) await render({ keep: true });
  // −90 dB: the rest comes from the order in which numbers are added.
  expect((await render({})).difference).toBeLessThan(5e-10);
});

test('renders the same sound in a browser that lacks functions that Tone.js uses', async ({ page }) => {
  await openLab(page);
  const render = renderOn(page);
  // Every smoothed parameter moves all the time.
  const scalars = Array.from({ length: 20 }, (_, index) => ({
    ...neutral,
    tempo: 90 + index,
    filter: 0.6 + (index % 7) / 10,
    volume: 0.9 + (index % 3) / 20,
  }));
  await page.evaluate(() => {
    const { cancelAndHoldAtTime } = AudioParam.prototype;
    const asked: number[] = [];
    Object.assign(window, { asked });
    AudioParam.prototype.cancelAndHoldAtTime = function (time) {
      asked.push(time);
      return cancelAndHoldAtTime.call(this, time);
    };
  });
  for (let time = 0; time < 3; time++) await render({ scalars, seconds: 2, keep: true });
  const lacking = await page.evaluate(() => {
    Reflect.deleteProperty(AudioParam.prototype, 'cancelAndHoldAtTime');
    for (const name of Object.keys(AudioListener.prototype)) if (/[XYZ]$/.test(name)) Reflect.deleteProperty(AudioListener.prototype, name);
    return { asked: (window as unknown as { asked: number[] }).asked.length, has: 'positionX' in AudioListener.prototype };
  });
  expect(lacking.asked).toBeGreaterThan(0);
  expect(lacking.has).toBe(false);
  expect((await render({ scalars, seconds: 2 })).difference).toBeLessThan(5e-10);
});

test('every audio parameter and every level changes the sound', async () => {
  const changes: Partial<ParameterValues>[] = [
    { volume: -20 },
    { pitch: 5 },
    { waveform: 'square' },
    { instrument: 'keys' },
    { attack: 2 },
    { decay: 3 },
    { sustain: 0.05 },
    { release: 4 },
    { filterCutoff: 5000 },
    { filterResonance: 1 },
    { lfoRate: 6 },
    { lfoDepth: 1 },
    { lfoSync: true },
    { reverb: 0.9 },
    { delayMix: 0 },
    { delayFeedback: 0.9 },
    { delayTime: 1 },
    { delaySync: false },
    { ambience: 'water' },
    { ambienceLevel: -6 },
    { effectsLevel: -3 },
    { stereoWidth: 0 },
    { leadLevel: -30 },
    { bassLevel: -30 },
    { chordLevel: -30 },
    { drumLevel: -30 },
    { textureLevel: -30 },
  ];
  // A loop of native nodes may be a block longer in one rendering than in the next: a change must differ from all of them.
  // The base makes each default audible: an echo and an LFO that are off the beat, levels that are loud enough.
  const parameters = {
    ...defaultParameters,
    filterCutoff: 1200,
    delayMix: 0.6,
    delayFeedback: 0.5,
    delayTime: 0.31,
    lfoRate: 1.15,
    ambienceLevel: -14,
  };
  const base = { seconds: 2.5, parameters };
  for (let time = 0; time < 4; time++) await render({ ...base, keep: true });
  for (const change of changes) {
    const { difference } = await render({ ...base, change });
    const name = Object.keys(change)[0];
    expect(difference, name).toBeGreaterThan(0.003);
  }
});

test('the simulation’s factors of volume, pitch, filter, reverb and tempo change the sound', async () => {
  for (let time = 0; time < 4; time++) await render({ keep: true });
  for (const scalar of [{ volume: 0.5 }, { pitch: 3 }, { filter: 0.4 }, { reverb: 2 }, { tempo: 80 }]) {
    const { difference } = await render({ scalars: [{ ...neutral, ...scalar }] });
    expect(difference, Object.keys(scalar)[0]).toBeGreaterThan(0.003);
  }
});

test('is silent 100 ms after a pause and sounds again after it', async () => {
  const { levels } = await render({
    seconds: 4,
    settle: 0,
    transport: [
      { at: 1.5, playing: false },
      { at: 3, playing: true },
    ],
  });
  expect(Math.max(...levels.slice(8, 15))).toBeGreaterThan(-40);
  expect(Math.max(...levels.slice(16, 30))).toBeLessThan(-100);
  expect(Math.max(...levels.slice(32))).toBeGreaterThan(-40);
});

test('never clips or breaks with everything at its maximum', async () => {
  const loud = { leadLevel: 6, bassLevel: 6, chordLevel: 6, drumLevel: 6, textureLevel: 6, volume: 0, ambienceLevel: 0, effectsLevel: 0 };
  const far = {
    filterResonance: 1,
    lfoRate: 20,
    lfoDepth: 1,
    reverb: 1,
    delayMix: 1,
    delayFeedback: 0.95,
    delayTime: 0.01,
    stereoWidth: 1,
  };
  for (const waveform of ['square', 'FM'] as const) {
    const { peakDb, lufs } = await render({
      seconds: 5,
      change: { ...loud, ...far, waveform },
      scalars: [{ ...neutral, volume: 1.5, filter: 3, reverb: 2 }],
    });
    expect(peakDb).toBeLessThanOrEqual(-1);
    expect(Number.isFinite(lufs)).toBe(true);
  }
});

test('an ambience alone sounds, and no ambience is silent', async () => {
  for (const ambience of ['space', 'wind', 'water', 'night', 'hum'] as const) {
    const { lufs } = await render({ notes: [], seconds: 5, settle: 2, change: { ambience, ambienceLevel: -12 } });
    expect(lufs, ambience).toBeGreaterThan(-45);
    expect(lufs, ambience).toBeLessThan(-18);
  }
  expect((await render({ notes: [], change: { ambience: 'none' } })).lufs).toBe(-Infinity);
});

for (const { name, change, bands } of golden) {
  test(`keeps its spectrum: ${name}`, async () => {
    const hums = name === 'swarm' ? [{ at: 0, records: swarmChord() }] : [];
    const sound = await render({ seconds: 6, change, hums, notes: name === 'swarm' ? [] : music(6) });
    const top = Math.max(...sound.bands);
    for (const [band, wanted] of bands.entries()) {
      const level = sound.bands[band] - top;
      // A band far below the rest is inaudible, but may not rise.
      if (wanted > -35) expect(Math.abs(level - wanted), `half octave ${band}`).toBeLessThanOrEqual(3);
      else expect(level, `half octave ${band}`).toBeLessThanOrEqual(-32);
    }
  });
}

/** A swarm that hums a chord of three notes on all of its voices. */
function swarmChord(): number[] {
  return Array.from({ length: swarmVoices }, (_, voice) => [[523.25, 659.26, 783.99][voice % 3], (voice % 5) / 2 - 1, 0.6]).flat();
}

test('the swarm hums its notes softly, and the same in each rendering', async () => {
  const change = { ...alone, textureLevel: -8, filterCutoff: 20_000, delayMix: 0, reverb: 0 };
  const hums = [{ at: 0, records: swarmChord() }];
  const sound = await render({ seconds: 5, notes: [], hums, change, keep: true });
  expect(sound.lufs).toBeGreaterThan(-40);
  // Between its notes it is silent.
  expect(sound.bands[12]).toBeLessThan(Math.max(...sound.bands) - 12);
  expect((await render({ seconds: 5, notes: [], hums, change })).difference).toBeLessThan(0.003);
  expect((await render({ seconds: 5, notes: [], change })).lufs).toBe(-Infinity);
});

test('onsets are on the tick grid, within a render quantum', async () => {
  const ticks = [30, 61, 93, 127, 158, 190, 223];
  const notes = music(1)
    .slice(0, 1)
    .flatMap((note) =>
      ticks.map((tick) => ({ ...note, part: 'lead' as const, drum: null, midi: 72, frequencyHz: 1046.5, tick, durationTicks: 4 })),
    );
  const dry = {
    ambience: 'none',
    delayMix: 0,
    reverb: 0,
    attack: 0.001,
    decay: 0.01,
    sustain: 0,
    release: 0.02,
    instrument: 'pluck',
  } as const;
  const { onsets } = await render({ seconds: 4, settle: 0, notes, change: { ...dry, filterCutoff: 20_000, lfoDepth: 0 } });
  expect(onsets).toHaveLength(ticks.length);
  for (const [index, onset] of onsets.entries()) {
    const expected = (ticks[index] - ticks[0]) / 60;
    expect(Math.abs(onset - onsets[0] - expected)).toBeLessThanOrEqual(128 / 48_000);
  }
});

test('values that are not finite never reach the output, and valid notes beside them sound', async () => {
  const [first] = music(1);
  const bad = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const broken = bad.flatMap((value) =>
    (['frequencyHz', 'velocity', 'durationTicks', 'pan', 'lateTicks'] as const).map((key) => ({ ...first, [key]: value })),
  );
  const nonsense = { tempo: Number.NaN, volume: Number.POSITIVE_INFINITY, pitch: Number.NaN, filter: Number.NaN, reverb: Number.NaN };
  const sound = await render({ seconds: 3, notes: [...broken, ...music(3)], scalars: [neutral, nonsense, neutral] });
  expect(Number.isFinite(sound.peakDb)).toBe(true);
  expect(sound.truePeakDb).toBeLessThanOrEqual(-1);
  expect(sound.levels[5]).toBeGreaterThan(-60);
  // A node before the master breaks for a while: the output is silent meanwhile, and sounds again afterwards.
  const { peak, before, meanwhile, after } = await labPage.evaluate(() => window.passBroken!());
  expect(peak).toBeLessThanOrEqual(1);
  expect(before).toBeGreaterThan(0.1);
  expect(meanwhile).toBe(0);
  expect(after).toBeGreaterThan(0.1);
});
