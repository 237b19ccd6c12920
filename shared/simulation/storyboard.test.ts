import { expect, it } from 'vitest';
import { defaultDocument, type Edit, type LoggedEdit, type StoryboardPoint } from '../universe/index.ts';
import { restoreSimulation } from './restore-simulation.ts';
import { createSimulation, type Simulation } from './simulation.ts';

const points: StoryboardPoint[] = [
  { id: 'a', at: 0, transition: 'cut', state: { gravity: 0, tempo: 60, 'well:well-1:x': 0 } },
  { id: 'b', at: 1, transition: 'linear', state: { gravity: 20, tempo: 120, 'well:well-1:x': 10 } },
  { id: 'c', at: 1.6, transition: 'on-the-beat', state: { gravity: 5, tempo: 90, 'well:well-1:x': -4 } },
];
const edits: Edit[] = [
  { kind: 'storyboard.load', content: { title: 'Waves', duration: 2.5, loop: true, points }, keptAs: null },
  { kind: 'playhead.set', seconds: 0, playing: true },
];
const log: LoggedEdit[] = edits.map((edit, index) => ({ sequence: index + 1, tick: 10, edit }));
const small = () => {
  const document = defaultDocument();
  document.parameters.particleCount = 800;
  return document;
};
const run = (simulation: Simulation, until: number) => {
  while (simulation.tick < until) simulation.step(log.filter(({ tick }) => tick === simulation.tick + 1));
  return simulation;
};

it('plays a storyboard: the effective document has its values, and wells move', () => {
  const simulation = run(createSimulation(small()), 10 + 30);
  const { document, authoredDocument, stores } = simulation.world;
  expect(document.parameters).toMatchObject({ gravity: 10, tempo: 90 });
  expect(stores.Well.x[0]).toBe(5);
  expect(authoredDocument.parameters.gravity).toBe(small().parameters.gravity);
  expect(authoredDocument.wells[0]!.x).toBe(small().wells[0]!.x);
});

it('changes on the beat of the music', () => {
  const simulation = run(createSimulation(small()), 10 + 96);
  const { Clock } = simulation.world.stores;
  expect(simulation.world.document.parameters.gravity).toBe(20);
  let changedAt = 0;
  for (let tick = 0; tick < 90 && changedAt === 0; tick++) {
    simulation.step();
    if (simulation.world.document.parameters.gravity === 5) changedAt = simulation.tick;
  }
  expect(changedAt).toBeGreaterThan(10 + 96);
  expect(Clock.beatTick[0]).toBe(changedAt);
});

it('continues from a snapshot at any tick as without it', () => {
  for (const at of [25, 71, 118, 190]) {
    const whole = run(createSimulation(small()), at);
    const restored = restoreSimulation(whole.snapshot());
    expect(restored.hash()).toBe(whole.hash());
    expect(run(restored, 400).hash()).toBe(run(whole, 400).hash());
  }
});

it('changes only the values that it moves, and none once its playhead is lifted', () => {
  const simulation = run(createSimulation(small()), 60);
  simulation.step([{ sequence: 3, tick: 61, edit: { kind: 'playhead.lift' } }]);
  expect(simulation.world.document).toBe(simulation.world.authoredDocument);
  expect(simulation.world.stores.Well.x[0]).toBe(small().wells[0]!.x);
});
