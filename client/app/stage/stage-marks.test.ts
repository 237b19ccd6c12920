import { expect, it } from 'vitest';
import { fieldDefaults } from '../../../shared/parameters/index.ts';
import { frameScalars, type FrameScalars } from '../../../shared/simulation/frame-layout.ts';
import { wellFields } from '../../../shared/universe/index.ts';
import { projectionOf } from '../../gpu/index.ts';
import { createStore } from '../../store/store.ts';
import { projectMarks } from './stage-marks.ts';
import { uncovered } from '../../common/cover.ts';

const viewport = { width: 800, height: 600, devicePixelRatio: 1, zoom: 1 };
const sight = projectionOf({ azimuth: 0, elevation: 0, distance: 20, target: [0, 0, 0], cover: uncovered }, viewport);
const silent = Object.fromEntries(frameScalars.map((name) => [name, 0])) as FrameScalars;

function swellsAt(bass: number, still: boolean): Record<string, number> {
  const store = createStore();
  const wells = [0, 1].map((listening) => ({ ...fieldDefaults(wellFields), id: listening ? 'listens' : 'deaf', listening }));
  store.effectiveDocument.value = { ...store.effectiveDocument.value, wells };
  const reading = {
    tracked: null,
    wells: new Float32Array(6),
    scalars: { ...silent, bass },
  };
  const marks = projectMarks(store, reading, sight, still);
  return Object.fromEntries(marks.filter(({ kind }) => kind === 'well').map(({ id, swell }) => [id, swell]));
}

it('lets the handle of a listening well swell with the bass, as its reach does', () => {
  expect(swellsAt(1, false)).toEqual({ deaf: 1, listens: 1.8 });
  expect(swellsAt(0, false)).toEqual({ deaf: 1, listens: 1 });
});

it('keeps handles still with reduced motion', () => {
  expect(swellsAt(1, true)).toEqual({ deaf: 1, listens: 1 });
});
