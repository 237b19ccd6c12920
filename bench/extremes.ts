import { createSimulation, type Simulation } from '../shared/simulation/simulation.ts';
import { defaultDocument, type UniverseDocument } from '../shared/universe/index.ts';
import { extremeDocuments } from '../tests/support/extremes.ts';
import { faultsOfState } from '../tests/support/state-faults.ts';
import { median, rounded } from './statistics.ts';

const particles = 1_000_000;
const warmSteps = 4;
/** More than a beat at the default tempo, since bursts come on the beat. */
const measuredSteps = 32;
/** Steps after which a universe counts as full, even if slots are unused. */
const maxFillingSteps = 60;

interface Spent {
  readonly medianMs: number;
  readonly slowestMs: number;
  readonly used: number;
}

/** CPU time of this process, in ms: by the clock, the slowest of many steps would be that in which something else ran. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Runs a universe until all its slots have been used. */
function fill(simulation: Simulation): void {
  const { used } = simulation.world.stores.Clock;
  for (let step = 0; step < maxFillingSteps && used[0] < simulation.capacity; step++) simulation.step();
}

/** @throws Error when the state is invalid afterwards. */
function measure(document: UniverseDocument): Spent {
  const simulation = createSimulation(document);
  fill(simulation);
  const times: number[] = [];
  for (let step = 0; step < warmSteps + measuredSteps; step++) {
    const begun = cpuMs();
    simulation.step();
    if (step >= warmSteps) times.push(cpuMs() - begun);
  }
  const faults = faultsOfState(simulation);
  if (faults.length > 0) throw new Error(faults.slice(0, 5).join('; '));
  return { medianMs: rounded(median(times)), slowestMs: rounded(Math.max(...times)), used: simulation.world.stores.Clock.used[0] };
}

/** Returns the default universe with as many particles, born as fast as in the universes that are compared with it. */
function usual(): UniverseDocument {
  const document = defaultDocument();
  return {
    ...document,
    parameters: { ...document.parameters, particleCount: particles, emissionRate: 200_000, particleLifetime: 120, timeScale: 10 },
  };
}

/**
 * Compares one million particles in extreme but valid universes, on one thread, with the default universe of the same size: the median step
 * of the worst universe, and the slowest step of all.
 */
export async function run(): Promise<Record<string, unknown>> {
  const base = measure(usual());
  const figures = Object.entries(extremeDocuments(particles)).map(([what, document]) => ({ what, ...measure(document) }));
  const worst = figures.toSorted((a, b) => b.medianMs - a.medianMs)[0];
  const slowest = figures.toSorted((a, b) => b.slowestMs - a.slowestMs)[0];
  return {
    ratio: rounded(worst.medianMs / base.medianMs),
    worst_ms: worst.medianMs,
    worst_document: worst.what,
    default_ms: base.medianMs,
    ratio_slowest: rounded(slowest.slowestMs / base.medianMs),
    slowest_ms: slowest.slowestMs,
    slowest_document: slowest.what,
    default_slowest_ms: base.slowestMs,
    particles,
    ms_by_document: Object.fromEntries(figures.map(({ what, medianMs, slowestMs }) => [what, { median: medianMs, slowest: slowestMs }])),
  };
}
