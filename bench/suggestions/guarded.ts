import { mostFlashes } from '../../shared/suggestion/observe/flashes.ts';
import { buildLight } from '../../shared/suggestion/observe/light.ts';
import { describe, type Fault, faultOf } from '../../shared/suggestion/index.ts';
import { createSimulation } from '../../shared/simulation/simulation.ts';
import { ticksPerSecond } from '../../shared/simulation/world.ts';
import type { UniverseDocument } from '../../shared/universe/index.ts';
import { withParticles } from '../../tests/support/templates.ts';
import { type Finding, judge } from '../form/judge.ts';
import { rounded } from '../statistics.ts';
import { proposals } from './candidates.ts';

const wanted = Number(process.env.SUGGESTION_PROPOSALS ?? 1000);
/** Another run than that by which they are described: as the piece begins, with other particles, and longer. */
const seconds = 24;
const particles = 700;
const fewestNotes = 3;

/** What is wrong with a universe as it is played. */
type Flaw = 'silent' | 'empty' | 'flashing';

/** Plays a universe as a member would hear it, and returns what is wrong with it. */
function flawsOf(document: UniverseDocument): Flaw[] {
  const simulation = createSimulation(withParticles(document, particles));
  const readLight = buildLight(simulation.world);
  const light = new Float64Array(seconds * ticksPerSecond);
  let notes = 0;
  let populated = 0;
  for (let tick = 0; tick < light.length; tick++) {
    simulation.step();
    notes += simulation.notes.length;
    light[tick] = readLight();
    if (simulation.world.stores.Senses.alive[0] >= 5) populated += 1;
  }
  const flaws: [Flaw, boolean][] = [
    ['silent', notes < fewestNotes],
    ['empty', populated < light.length / 2],
    ['flashing', mostFlashes(light, ticksPerSecond) > 3],
  ];
  return flaws.filter(([, has]) => has).map(([flaw]) => flaw);
}

/** Lets the guard choose among proposals and plays those that pass: none may be silent, empty or flashing. */
export function judgeGuard(): { findings: Record<string, Finding>; figures: Record<string, unknown> } {
  const refused = new Map<Fault, number>();
  const flaws: Record<Flaw, number> = { silent: 0, empty: 0, flashing: 0 };
  let played = 0;
  for (const { start, proposal, freedom } of proposals(wanted)) {
    const fault = faultOf(start, proposal, describe(proposal), freedom);
    if (fault) refused.set(fault, (refused.get(fault) ?? 0) + 1);
    else {
      played += 1;
      for (const flaw of flawsOf(proposal)) flaws[flaw] += 1;
    }
  }
  return {
    findings: { proposals_with_a_flaw: judge(new Map(Object.entries(flaws)), { max: 0 }) },
    figures: {
      proposals: wanted,
      refused_share: rounded(1 - played / wanted),
      refused: Object.fromEntries(refused),
    },
  };
}
