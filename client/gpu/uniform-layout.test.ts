import { expect, it } from 'vitest';
import { WgslReflect } from 'wgsl_reflect/wgsl_reflect.module.js';
import { defaultParameters, type ParameterKey, parameterOf, type ParameterValues } from '../../shared/parameters/index.ts';
import { frameScalars, type FrameScalars } from '../../shared/simulation/frame-layout.ts';
import { type Kernel, kernels, kernelSource } from './kernels.ts';
import { createUniformTarget, frameUniform, gpuParameterKeys, type ViewValues, viewStruct, writeFrameUniform } from './uniform-layout.ts';

const list: readonly Kernel[] = Object.values(kernels);
const scalars = Object.fromEntries(frameScalars.map((name, index) => [name, index + 1])) as FrameScalars;
const view = Object.fromEntries(
  Object.entries(viewStruct.fields).map(([name, type]) => [name, type === 'f32' || type === 'u32' ? 1 : []]),
) as unknown as ViewValues;

function written(parameters: ParameterValues): Uint8Array {
  const target = createUniformTarget();
  writeFrameUniform(target, view, parameters, scalars);
  return new Uint8Array(target.bytes);
}

/** Another value that the parameter may take. */
function changed(key: ParameterKey): string | number | boolean {
  const parameter = parameterOf(key);
  switch (parameter.kind) {
    case 'number':
    case 'integer':
      return parameter.default === parameter.max ? parameter.min : parameter.max;
    case 'choice':
      return parameter.choices.find((choice) => choice !== parameter.default)!;
    case 'switch':
      return !parameter.default;
    case 'colour':
      return '#ff8040';
    case 'pitches':
      return '111111111111';
  }
}

it.each(gpuParameterKeys)('writes %s to its own offset and nowhere else', (key) => {
  const before = written(defaultParameters);
  const after = written({ ...defaultParameters, [key]: changed(key) });
  const differing = [...before.keys()].filter((at) => before[at] !== after[at]);
  const start = frameUniform.offsets.look + frameUniform.structs.look.offsets[key];
  expect(differing.length).toBeGreaterThan(0);
  expect(differing.every((at) => at >= start && at < start + 16)).toBe(true);
});

it('lays the structs out as WGSL does', () => {
  const reflected = new WgslReflect(`${frameUniform.text}\n@group(0) @binding(0) var<uniform> frame: FrameUniform;`);
  const outer = reflected.structs.find(({ name }) => name === 'FrameUniform')!;
  expect(outer.members.map(({ name, offset }) => [name, offset])).toEqual(Object.entries(frameUniform.offsets));
  for (const layout of Object.values(frameUniform.structs)) {
    const struct = reflected.structs.find(({ name }) => name === layout.name)!;
    expect(Object.fromEntries(struct.members.map(({ name, offset }) => [name, offset]))).toEqual(layout.offsets);
  }
  expect(frameUniform.size).toBeGreaterThanOrEqual(outer.size);
});

it.each(list.map((kernel) => [kernel.entry, kernel] as const))(
  '%s has one entry point of that name, and no bindings of its own',
  (entry, kernel) => {
    const { text } = kernelSource(kernel);
    const reflected = new WgslReflect(text);
    expect(reflected.entry.compute.map(({ name }) => name)).toEqual([entry]);
    for (const { text: file } of kernel.files) {
      expect(file).not.toMatch(/@binding|@group|struct \w*Uniform/);
      expect(file).not.toMatch(/@workgroup_size\(\d/);
    }
  },
);

it('has every visual parameter read by the shaders or by the picture', () => {
  const shaders = list.flatMap(({ files }) => files.map(({ text }) => text)).join('\n');
  const smoothedOnTheWay = new Set(
    'palette paletteLow paletteMiddle paletteHigh backgroundColour brightness glow trail sparks zoom animationSpeed cameraOrbitSpeed physicsToImage musicToColour scale customScale boundsSize'.split(
      ' ',
    ),
  );
  const unread = gpuParameterKeys.filter((key) => !smoothedOnTheWay.has(key) && !shaders.includes(`frame.look.${key}`));
  expect(unread).toEqual([]);
});

it('maps a line of the joined text to its file and line', () => {
  const source = kernelSource(kernels.developPicture);
  const lineIn = (text: string) => text.split('\n').findIndex((line) => line.startsWith('fn developPicture')) + 1;
  const file = kernels.developPicture.files.find((part) => part.file === 'shaders/post/develop-picture.wgsl')!;
  expect(source.locate(lineIn(source.text))).toBe(`${file.file}:${lineIn(file.text)}`);
});
