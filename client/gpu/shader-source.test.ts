import { expect, it } from 'vitest';
import { compileShader, joinShader } from './shader-source.ts';

const source = joinShader([
  { file: 'generated constants', text: 'const a = 1u;\nconst b = 2u;' },
  { file: 'shaders/common/one.wgsl', text: 'fn one() {}\n\n' },
  { file: 'shaders/post/two.wgsl', text: '// two\nfn two() {\n  let x = ;\n}\n' },
]);

/** A device whose compiler reports these messages. */
function deviceFinding(messages: readonly Partial<GPUCompilationMessage>[]) {
  const shader = { getCompilationInfo: () => Promise.resolve({ messages }) };
  return { createShaderModule: () => shader } as unknown as GPUDevice;
}

it('maps each line of the joined text to its file and line', () => {
  const places = source.text.split('\n').map((_, index) => source.locate(index + 1));
  expect(places.slice(0, 8)).toEqual([
    'generated constants:1',
    'generated constants:2',
    'shaders/common/one.wgsl:1',
    'shaders/common/one.wgsl:2',
    'shaders/post/two.wgsl:1',
    'shaders/post/two.wgsl:2',
    'shaders/post/two.wgsl:3',
    'shaders/post/two.wgsl:4',
  ]);
});

it('rejects a malformed shader with its file, line, column and message', async () => {
  const device = deviceFinding([
    { type: 'warning', lineNum: 1, linePos: 1, message: 'never used' },
    { type: 'error', lineNum: 7, linePos: 11, message: 'expected expression' },
    { type: 'error', lineNum: 3, linePos: 4, message: 'redeclared' },
  ]);
  await expect(compileShader(device, 'two', source)).rejects.toThrow(
    'shaders/post/two.wgsl:3:11 expected expression\nshaders/common/one.wgsl:1:4 redeclared',
  );
});

it('accepts a shader that only has warnings', async () => {
  const device = deviceFinding([{ type: 'warning', lineNum: 1, linePos: 1, message: 'never used' }]);
  await expect(compileShader(device, 'two', source)).resolves.toBeDefined();
});
