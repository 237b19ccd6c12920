import { expect, it } from 'vitest';
import { kernels } from './kernels.ts';
import { bloomLevelsOf, planPasses } from './passes.ts';

const plan = { width: 1440, height: 900, slots: 100_000, sparks: 800_000, bloomLevels: 6, resized: true, software: false };

it('lets no pass read a resource that nothing has written before', () => {
  const given = [
    'particles',
    'previousParticles',
    'sparks',
    'fields',
    'curl',
    'paletteLab',
    'exposure',
    'smoothly',
    'lightSum',
    'trail',
    'shownBefore',
    'flashTilesBefore',
  ];
  const known = new Set(given);
  for (const pass of planPasses(plan)) {
    for (const [name, binding] of Object.entries(kernels[pass.kernel].bindings)) {
      const resource = pass.resources?.[name as keyof typeof pass.resources] ?? name;
      const writes = binding.kind === 'target' || (binding.kind === 'storage' && binding.access === 'read_write');
      if (writes) known.add(resource);
      else expect([...known], `${pass.kernel} reads ${resource}`).toContain(resource);
    }
  }
});

it('stays inside the limits of a dispatch for a million particles and sixteen million sparks on a large screen', () => {
  const passes = planPasses({ ...plan, width: 7_680, height: 4_320, slots: 1_000_000, sparks: 16_000_000 });
  for (const { workgroups } of passes) for (const count of workgroups) expect(count).toBeLessThanOrEqual(65_535);
});

it('leaves out the passes of particles and sparks when there are none', () => {
  const names = planPasses({ ...plan, slots: 0, sparks: 0 }).map(({ kernel }) => kernel);
  expect(names).not.toContain('splatParticles');
  for (const name of ['moveSparks', 'splatSparks']) expect(names).not.toContain(name);
});

it('always has the bloom level that is metered', () => {
  expect(bloomLevelsOf(16, 16, 7)).toBeGreaterThan(2);
});
