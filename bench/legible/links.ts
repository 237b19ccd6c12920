import { parameters, type ParameterValues } from '../../shared/parameters/index.ts';
import { createSimulation } from '../../shared/simulation/simulation.ts';
import { ticksPerSecond } from '../../shared/simulation/world.ts';
import type { UniverseDocument } from '../../shared/universe/index.ts';
import { soundOfUniverse } from '../../tests/support/sound-lab/sound-of-universe.ts';
import type { LabRendering } from '../../tests/support/sound-lab/render.ts';
import { type Finding, judge } from '../form/judge.ts';
import { renderSounds } from '../music/render-sounds.ts';
import { mean } from '../statistics.ts';

type Documents = ReadonlyMap<string, UniverseDocument>;

const withValues = (document: UniverseDocument, values: Partial<ParameterValues>): UniverseDocument => ({
  ...document,
  parameters: { ...document.parameters, ...values },
});

/** Weakest link that counts as one that is used. */
const strong = 0.5;

/** Returns the tempo of each second of a universe, in BPM. */
function temposOf(document: UniverseDocument, seconds: number): number[] {
  const simulation = createSimulation(document);
  return Array.from({ length: seconds }, () => {
    for (let tick = 0; tick < ticksPerSecond; tick++) simulation.step();
    return simulation.world.stores.Modulation.tempo[0];
  });
}

function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

/** Returns the drift of the tempo in the first bar, in percent. */
function firstBarDrift(document: UniverseDocument): number {
  const simulation = createSimulation(document);
  const { Clock, Modulation } = simulation.world.stores;
  const begun = Modulation.tempo[0];
  let furthest = 0;
  while (Clock.bar[0] === 0) {
    simulation.step();
    furthest = Math.max(furthest, Math.abs(Modulation.tempo[0] / begun - 1));
  }
  return 100 * furthest;
}

/** Returns the seconds after which the classic links are 95 % of the way from the neutral gravity to the limit. */
function classicSeconds(document: UniverseDocument): number {
  const [from, to] = [9.81, 20];
  const simulation = createSimulation(withValues(document, { couplingMode: 'classic', gravity: from, volumeToGravity: 1 }));
  while (simulation.world.stores.Modulation.gravity[0] < from + 0.95 * (to - from)) simulation.step();
  return simulation.tick / ticksPerSecond;
}

/** Range of the melody in octaves, at the widest setting. */
function melodyOctaves(document: UniverseDocument, seconds: number): number {
  const simulation = createSimulation(withValues(document, { melodyRange: 1, leadLevel: -6, noteDensity: 1.5 }));
  let lowest = Infinity;
  let highest = -Infinity;
  while (simulation.tick < seconds * ticksPerSecond) {
    simulation.step();
    for (const { part, midi } of simulation.notes) {
      if (part !== 'lead') continue;
      lowest = Math.min(lowest, midi);
      highest = Math.max(highest, midi);
    }
  }
  return (highest - lowest) / 12;
}

/** Notes of the melody in a minute, at the lowest density. */
function sparsestNotes(document: UniverseDocument): number {
  const simulation = createSimulation(withValues(document, { noteDensity: parameters.noteDensity.min, leadLevel: -6 }));
  let notes = 0;
  while (simulation.tick < 60 * ticksPerSecond) {
    simulation.step();
    notes += simulation.notes.filter(({ part }) => part === 'lead').length;
  }
  return notes;
}

const [weak, heavy] = [2, 20];
/** Seconds at which gravity becomes strong, and in which the loudness is compared before and afterwards. */
const leapAt = 20;
const compared = { before: [12, 20], after: [50, 58] } as const;

/** LU by which a mix is still louder 30 s after gravity became strong. */
function louderAfter({ shortTerm }: LabRendering): number {
  const between = ([from, to]: readonly [number, number]) => mean(shortTerm.slice(from * 10, to * 10));
  return between(compared.after) - between(compared.before);
}

/** Renders universes in which gravity becomes strong; without a form, which has loud and quiet sections of its own. */
async function leaps(documents: Documents): Promise<Map<string, LabRendering>> {
  return renderSounds(
    new Map(
      [...documents].map(([name, document]) => [
        name,
        soundOfUniverse(withValues(document, { form: 0, gravity: weak }), compared.after[1], [
          { sequence: 1, tick: leapAt * ticksPerSecond, edit: { kind: 'parameters.set', values: { gravity: heavy } } },
        ]),
      ]),
    ),
  );
}

/** Measures what the links between physics and music promise, over all universes; those of gravity where its links are used. */
export async function judgeLinks(documents: Documents): Promise<Record<string, Finding>> {
  const each = (among: Documents, measure: (document: UniverseDocument) => number) =>
    new Map([...among].map(([name, document]) => [name, measure(document)]));
  const quickened = new Map([...documents].filter(([, { parameters: { gravityToTempo } }]) => gravityToTempo >= strong));
  const atStrength = (document: UniverseDocument) => withValues(document, { gravityToTempo: strong, gravityToVolume: strong, volumeToGravity: strong });
  const tempoAt = (document: UniverseDocument, gravity: number) => mean(temposOf(withValues(document, { gravity }), 20).slice(8));
  const louder = await leaps(new Map([...quickened].slice(0, 4)));
  return {
    universes_with_gravity_to_tempo: judge(new Map([['all', quickened.size]]), { min: documents.size / 2 }),
    gravity_quickens_percent: judge(
      each(quickened, (document) => 100 * (tempoAt(document, heavy) / tempoAt(document, weak) - 1)),
      { min: 30 },
    ),
    gravity_louder_lu: judge(new Map([...louder].map(([name, sound]) => [name, louderAfter(sound)])), { min: 2 }),
    first_bar_drift_percent: judge(each(documents, firstBarDrift), { max: 1 }),
    tempo_deviation_bpm: judge(
      each(documents, (document) => deviation(temposOf(atStrength(document), 300))),
      { min: 1, max: 3 },
    ),
    classic_seconds: judge(new Map([...documents].slice(0, 1).map(([name, document]) => [name, classicSeconds(document)])), { min: 10, max: 20 }),
    melody_octaves: judge(
      each(documents, (document) => melodyOctaves(document, 300)),
      { min: 3 },
    ),
    sparsest_notes: judge(each(documents, sparsestNotes), { min: 1 }),
  };
}
