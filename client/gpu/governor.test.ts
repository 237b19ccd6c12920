import { expect, it } from 'vitest';
import { createGovernor, type Governor, qualityLadder } from './governor.ts';

const rungOf = (governor: Governor) => qualityLadder.indexOf(governor.quality);

/** Runs frames on a device where a rung costs `costOf(rung)` ms. */
function run(governor: Governor, frames: number, costOf: (rung: number) => number): number[] {
  return Array.from({ length: frames }, () => {
    governor.report(costOf(rungOf(governor)));
    return rungOf(governor);
  });
}

it('lowers no budget from rung to rung', () => {
  for (let i = 1; i < qualityLadder.length; i++) {
    for (const key of ['resolutionScale', 'particleBudget', 'sparkBudget', 'bloomLevels', 'maxDisc', 'maxDabs'] as const) {
      expect(qualityLadder[i][key]).toBeGreaterThanOrEqual(qualityLadder[i - 1][key]);
    }
  }
});

it('starts low on a software device, and high on hardware', () => {
  expect(rungOf(createGovernor({ software: true }))).toBeLessThan(rungOf(createGovernor({ software: false })));
});

it('climbs to the top when frames are cheap, and drops to the bottom when they are expensive', () => {
  const fast = createGovernor({ software: false });
  run(fast, 2_000, () => 2);
  expect(rungOf(fast)).toBe(qualityLadder.length - 1);
  const slow = createGovernor({ software: true });
  run(slow, 200, () => 200);
  expect(rungOf(slow)).toBe(0);
});

it('drops to the bottom within a second when frames take five times too long', () => {
  const governor = createGovernor({ software: false });
  run(governor, 40, (rung) => 15 * 1.6 ** rung);
  expect(rungOf(governor)).toBe(0);
});

it('settles: it does not flicker between a good rung and a rung that is too expensive', () => {
  const governor = createGovernor({ software: false });
  const rungs = run(governor, 20_000, (rung) => (rung >= 5 ? 30 : 3));
  const late = rungs.slice(10_000);
  const changes = late.filter((rung, i) => i > 0 && rung !== late[i - 1]).length;
  expect(changes).toBeLessThan(14);
  expect(late.filter((rung) => rung === 4).length / late.length).toBeGreaterThan(0.9);
});

it('draws less in each frame on a fast display', () => {
  const settledAt = (refreshMilliseconds: number) => {
    const governor = createGovernor({ software: false });
    for (let frame = 0; frame < 3_000; frame++) governor.report(1.2 * 1.5 ** rungOf(governor), refreshMilliseconds);
    return { rung: rungOf(governor), cost: governor.frameMilliseconds };
  };
  const [fast, usual, slow] = [settledAt(1000 / 144), settledAt(1000 / 60), settledAt(1000 / 30)];
  expect(fast.cost).toBeLessThan(1000 / 144);
  expect(usual.cost).toBeLessThan(1000 / 60);
  expect(fast.rung).toBeLessThan(usual.rung);
  expect(usual.rung).toBeLessThanOrEqual(slow.rung);
});

it('keeps a fixed rung', () => {
  const governor = createGovernor({ software: true, fixed: 1 });
  run(governor, 500, () => 500);
  expect(rungOf(governor)).toBe(qualityLadder.length - 1);
});

it('ignores a single long frame', () => {
  const governor = createGovernor({ software: false });
  run(governor, 30, () => 8);
  const before = rungOf(governor);
  governor.report(60);
  run(governor, 30, () => 8);
  expect(rungOf(governor)).toBe(before);
});
