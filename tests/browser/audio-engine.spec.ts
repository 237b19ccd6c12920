import { expect, test } from '@playwright/test';
import { audioParameters } from '../../shared/parameters/audio.ts';
import { defaultParameters, type ParameterValues } from '../../shared/parameters/index.ts';
import { swarmVoices } from '../../shared/simulation/swarm-layout.ts';
import { music } from '../support/sound-lab/music.ts';
import { serveLab } from '../support/serve-lab.ts';
import type { Rendering, Score } from '../support/sound-lab/render.ts';

export type { Score } from '../support/sound-lab/render.ts';

let lab: Awaited<ReturnType<typeof serveLab>>;
let render: (score: Partial<Score> & { change?: Partial<ParameterValues> }) => Promise<Rendering>;

const neutral = { tempo: 120, volume: 1, pitch: 0, filter: 1, reverb: 1 };

test.beforeAll(async () => {
  lab = await serveLab({ folder: 'sound-lab', packages: ['tone'] });
});
test.afterAll(() => lab.close());
test.beforeEach(async ({ page }) => {
  await page.goto(lab.url);
  await page.waitForFunction(() => window.renderSound !== undefined);
  render = ({ change, ...score }) => {
    const seconds = score.seconds ?? 4;
    const whole: Score = {
      seconds,
      notes: music(seconds),
      scalars: [neutral],
      settle: 0.5,
      ...score,
      parameters: { ...defaultParameters, filterCutoff: 5000, ...score.parameters, ...change },
    };
    return page.evaluate((asked) => window.renderSound!(asked), whole);
  };
});

test('every instrument is as loud as the others, has a colour of its own and keeps under the ceiling', async () => {
  const centres: number[] = [];
  for (const instrument of audioParameters.instrument.choices) {
    const sound = await render({ seconds: 6, settle: 1, change: { instrument, ambience: 'none', drumLevel: -60, textureLevel: -60 } });
    expect(sound.lufs, instrument).toBeGreaterThan(-21);
    expect(sound.lufs, instrument).toBeLessThan(-12);
    expect(sound.peakDb, instrument).toBeLessThanOrEqual(-1);
    expect(Math.abs(sound.offset), instrument).toBeLessThan(0.005);
    centres.push(sound.centreHz);
  }
  centres.sort((a, b) => a - b);
  expect(centres.at(-1)! / centres[0]).toBeGreaterThan(1.6);
});

test('is the same again when nothing changed', async () => {
  for (let time = 0; time < 4; time++) await render({ keep: true });
  // −90 dB: what is left is the order in which numbers are added.
  expect((await render({})).difference).toBeLessThan(5e-10);
});

test('every parameter of sound and every level is heard', async () => {
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
  // A loop of native nodes may be a block longer in one rendering than in the next: a change has to differ from all of them.
  // The audible default of each is in the base: an echo and a wobble that are off the beat, levels that carry.
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

test('what the simulation makes of volume, pitch, filter, room and tempo is heard', async () => {
  for (let time = 0; time < 4; time++) await render({ keep: true });
  for (const scalar of [{ volume: 0.5 }, { pitch: 3 }, { filter: 0.4 }, { reverb: 2 }, { tempo: 80 }]) {
    const { difference } = await render({ scalars: [{ ...neutral, ...scalar }] });
    expect(difference, Object.keys(scalar)[0]).toBeGreaterThan(0.003);
  }
});

test('is silent 100 ms after a pause and heard again after it', async () => {
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

test('never clips and never breaks, however far everything is turned up', async () => {
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

test('a bed of sound alone is heard, and none is silence', async () => {
  for (const ambience of ['space', 'wind', 'water', 'night', 'hum'] as const) {
    const { lufs } = await render({ notes: [], seconds: 5, settle: 2, change: { ambience, ambienceLevel: -12 } });
    expect(lufs, ambience).toBeGreaterThan(-45);
    expect(lufs, ambience).toBeLessThan(-18);
  }
  expect((await render({ notes: [], change: { ambience: 'none' } })).lufs).toBe(-Infinity);
});

const alone = { ambience: 'none', drumLevel: -60, textureLevel: -60, bassLevel: -60, leadLevel: -60, chordLevel: -60 } as const;
const melodic = { ...alone, leadLevel: -8, chordLevel: -12 } as const;
/** Level of each half octave from 40 Hz to 14.5 kHz under the loudest one, dB: what each instrument sounded like when it was last listened to. */
const golden: readonly { name: string; change: Partial<ParameterValues>; bands: readonly number[] }[] = [
  {
    name: 'pluck',
    change: { ...melodic, instrument: 'pluck' },
    bands: [-66, -61, -58, -55, -40, -23, -18, -5, -2, -1, 0, -7, -7, -9, -16, -26, -39],
  },
  {
    name: 'bells',
    change: { ...melodic, instrument: 'bells' },
    bands: [-70, -60, -53, -46, -34, -14, -9, -1, 0, -10, -3, -5, -2, -14, -20, -28, -40],
  },
  {
    name: 'pad',
    change: { ...melodic, instrument: 'pad' },
    bands: [-86, -81, -77, -72, -54, -10, -3, -2, 0, -10, -9, -16, -21, -30, -39, -34, -45],
  },
  {
    name: 'choir',
    change: { ...melodic, instrument: 'choir' },
    bands: [-84, -78, -74, -68, -49, -6, 0, -11, -1, -11, -12, -19, -19, -26, -33, -33, -45],
  },
  {
    name: 'keys',
    change: { ...melodic, instrument: 'keys' },
    bands: [-30, -29, -37, -40, -37, -10, -5, -1, 0, -7, -4, -13, -18, -30, -37, -31, -42],
  },
  {
    name: 'piano',
    change: { ...melodic, instrument: 'piano' },
    bands: [-34, -26, -19, -25, -27, -12, -8, 0, -1, -15, -10, -14, -14, -21, -35, -31, -43],
  },
  {
    name: 'bass',
    change: { ...alone, bassLevel: -8 },
    bands: [-20, -1, 0, -19, -25, -34, -65, -50, -59, -77, -68, -27, -31, -40, -47, -40, -51],
  },
  {
    name: 'drums',
    change: { ...alone, drumLevel: -8 },
    bands: [0, -1, -1, 0, -2, -13, -10, -20, -31, -34, -34, -16, -19, -27, -29, -25, -26],
  },
  {
    name: 'texture',
    change: { ...alone, textureLevel: -8 },
    bands: [-70, -63, -59, -60, -56, -52, -48, -39, -29, 0, -2, -18, -20, -28, -37, -30, -41],
  },
  {
    name: 'swarm',
    change: { ...alone, textureLevel: -8 },
    bands: [-91, -90, -89, -88, -83, -76, -60, -4, 0, -32, -31, -39, -101, -106, -110, -112, -112],
  },
];

for (const { name, change, bands } of golden) {
  test(`sounds like itself: ${name}`, async () => {
    const hums = name === 'swarm' ? [{ at: 0, records: swarmChord() }] : [];
    const sound = await render({ seconds: 6, change, hums, notes: name === 'swarm' ? [] : music(6) });
    const top = Math.max(...sound.bands);
    for (const [band, wanted] of bands.entries()) {
      const level = sound.bands[band] - top;
      // What is far under the rest is not heard, but may not rise.
      if (wanted > -35) expect(Math.abs(level - wanted), `half octave ${band}`).toBeLessThanOrEqual(3);
      else expect(level, `half octave ${band}`).toBeLessThanOrEqual(-32);
    }
  });
}

/** A swarm that hums a chord of three notes on all of its voices. */
function swarmChord(): number[] {
  return Array.from({ length: swarmVoices }, (_, voice) => [[523.25, 659.26, 783.99][voice % 3], (voice % 5) / 2 - 1, 0.6]).flat();
}

test('the swarm is heard in the notes that it is told, softly, and is the same to the last sample', async () => {
  const change = { ...alone, textureLevel: -8, filterCutoff: 20_000, delayMix: 0, reverb: 0 };
  const hums = [{ at: 0, records: swarmChord() }];
  const sound = await render({ seconds: 5, notes: [], hums, change, keep: true });
  expect(sound.lufs).toBeGreaterThan(-40);
  // Between its notes there is nothing.
  expect(sound.bands[12]).toBeLessThan(Math.max(...sound.bands) - 12);
  expect((await render({ seconds: 5, notes: [], hums, change })).difference).toBeLessThan(0.003);
  expect((await render({ seconds: 5, notes: [], change })).lufs).toBe(-Infinity);
});

test('onsets are on the tick grid, to a render quantum', async () => {
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

test('what is no number never reaches the speakers, and what is one is heard beside it', async ({ page }) => {
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
  // As if a node before the master broke for a while: it is silence, and what comes after it is heard.
  const { peak, before, meanwhile, after } = await page.evaluate(() => window.passBroken!());
  expect(peak).toBeLessThanOrEqual(1);
  expect(before).toBeGreaterThan(0.1);
  expect(meanwhile).toBe(0);
  expect(after).toBeGreaterThan(0.1);
});
