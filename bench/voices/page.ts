import { planGrains, sampleRate } from './planned-grains.ts';
import { playNodes, type Player, playToneSynths, playWorklet } from './players.ts';
import { bandLevels } from '../../tests/support/sound-lab/spectrum.ts';

/** Edges of half octaves from 160 Hz on. */
const edgesHz = Array.from({ length: 14 }, (_, index) => 160 * 2 ** (index / 2));

/** Milliseconds of the fastest rendering of each player; the players take turns. */
async function race(players: readonly Player[], voices: number, rounds: number): Promise<number[]> {
  const plan = planGrains(voices);
  const best = players.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++) {
    for (const [index, player] of players.entries()) best[index] = Math.min(best[index], (await player(plan)).milliseconds);
  }
  return best;
}

/** Difference in dB between the spectra of two players, in the worst of the audible bands. */
async function apartDb(a: Player, b: Player, voices: number): Promise<number> {
  const plan = planGrains(voices);
  const [left, right] = [await a(plan), await b(plan)];
  let worst = 0;
  for (const channel of [0, 1]) {
    const [one, other] = [left, right].map(({ channels }) => bandLevels(channels[channel], sampleRate, edgesHz));
    const heard = Math.max(...other) - 60;
    one.forEach((level, band) => {
      if (Math.max(level, other[band]) > heard) worst = Math.max(worst, Math.abs(level - other[band]));
    });
  }
  return worst;
}

async function measureVoices(rounds: number) {
  const many = 256;
  const few = 64;
  const spectraApartDb = await apartDb(playWorklet, playNodes, many);
  const [workletMany, nodesMany] = await race([playWorklet, playNodes], many, rounds);
  const [workletFew, nodesFew, tone] = await race([playWorklet, playNodes, playToneSynths], few, rounds);
  return { many, few, spectraApartDb, worklet: { many: workletMany, few: workletFew }, nodes: { many: nodesMany, few: nodesFew }, tone };
}

declare global {
  interface Window {
    measureVoices?: typeof measureVoices;
  }
}
window.measureVoices = measureVoices;
