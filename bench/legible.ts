import { readTemplates, withParticles } from '../tests/support/templates.ts';
import { type Finding, judge } from './form/judge.ts';
import { sweepAudio } from './legible/audio.ts';
import { judgeLinks } from './legible/links.ts';
import { respondToNothing, sweepPhysics } from './legible/physics.ts';
import { settle } from './legible/respond.ts';
import { rounded } from './statistics.ts';

/** Slots for particles: what the composer measures of them are means. */
const particles = 2000;
/** Templates in which a physics parameter has to be heard. */
const enoughTemplates = 2;

/**
 * Sweeps the parameters and measures what of it one hears: each physics parameter from its lowest to its highest value in every template,
 * against the difference that chance makes; each audio parameter by the quantity that it promises to move; and the links between gravity,
 * tempo and loudness.
 */
export async function run(): Promise<Record<string, unknown>> {
  const documents = new Map(readTemplates().map(({ id, document }) => [id, withParticles(document, particles)]));
  const snapshots = new Map([...documents].map(([id, document]) => [id, settle(document)]));
  const physics = sweepPhysics(snapshots);
  const chance = [...documents].map(([id, document]) => respondToNothing(snapshots.get(id)!, document));
  const audio = await sweepAudio();
  const findings: Record<string, Finding> = {
    ...Object.fromEntries(
      Object.entries(physics).map(([key, { heardIn, actsIn }]) => [
        key,
        judge(new Map([[`${heardIn} of ${actsIn} templates`, heardIn]]), { min: Math.min(enoughTemplates, actsIn) }),
      ]),
    ),
    ...audio,
    ...(await judgeLinks(documents)),
  };
  return {
    ...findings,
    by_template: Object.fromEntries(Object.entries(physics).map(([key, { by }]) => [key, by])),
    chance: { rate: rounded(Math.max(...chance.map(({ rate }) => rate))), semitones: rounded(Math.max(...chance.map(({ semitones }) => semitones))) },
    bars: Object.keys(findings).length,
    met: Object.values(findings).filter(({ met }) => met).length,
  };
}
