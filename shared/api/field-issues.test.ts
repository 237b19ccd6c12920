import { expect, it } from 'vitest';
import { type Edit, editSchema } from '../universe/index.ts';
import { fieldIssues } from './field-issues.ts';
import { signInSchema } from './accounts/user-schemas.ts';

/** Returns the issues of an invalid edit. */
function refused(edit: { kind: Edit['kind'] } & Record<string, unknown>) {
  const { error } = editSchema.safeParse(edit);
  return error ? fieldIssues(error, edit) : [];
}

it('reports the rule for a malformed image of an emitter', () => {
  const rule = 'must be 32 × 32 bits as 256 digits 0–9, a–f';
  for (const mask of ['f0f', 'F'.repeat(256), 'g'.repeat(256), '0'.repeat(257)]) {
    expect(refused({ kind: 'emitter.set', id: 'emitter-1', values: { mask } })).toEqual([
      { path: 'values.mask', rule, reason: 'mask-form', params: { side: 32, digits: 256 }, value: mask.slice(0, 200) },
    ]);
  }
});

it('reports a palette that does not exist, and a palette colour that is malformed', () => {
  const [palette, ...more] = refused({ kind: 'parameters.set', values: { palette: 'plaid' } });
  expect(more).toEqual([]);
  expect(palette).toMatchObject({ path: 'values.palette', value: 'plaid' });
  expect(palette.rule).toContain('aurora');
  const rule = 'must be a colour like #88aaff';
  for (const colour of ['red', '#FFF', '#12345g']) {
    expect(refused({ kind: 'parameters.set', values: { paletteMiddle: colour } })).toEqual([
      { path: 'values.paletteMiddle', rule, reason: 'colour-form', params: {}, value: colour },
    ]);
  }
});

it('reports every fault, including NaN and unknown fields', () => {
  const issues = refused({ kind: 'parameters.set', values: { gravity: Number.NaN, restitution: 2, warp: 9 } });
  expect(issues.map(({ path, value }) => [path, value])).toEqual([
    ['values.gravity', 'NaN'],
    ['values.restitution', 2],
    ['values.warp', 9],
  ]);
});

it('hides every value outside the fields that may be shown', () => {
  const body = { email: 'nobody', password: 'short', pasword: 'correct horse' };
  const issues = fieldIssues(signInSchema.safeParse(body).error!, body, ['email']);
  expect(issues.map(({ path, value }) => [path, value])).toEqual([
    ['email', 'nobody'],
    ['password', '(hidden)'],
    ['pasword', '(hidden)'],
  ]);
});
