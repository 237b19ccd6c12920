import { frameUniform } from './uniform-layout.ts';

type PictureFormat = 'rgba16float' | 'rgba8unorm';

/** A variable of a shader that is bound from outside. */
type Binding =
  | { readonly kind: 'storage'; readonly type: string; readonly access: 'read' | 'read_write' }
  | { readonly kind: 'sampled' }
  | { readonly kind: 'sampler' }
  | { readonly kind: 'target'; readonly format: PictureFormat };

export type Bindings = Readonly<Record<string, Binding>>;

/** Group 0: the frame's uniform, shared by all kernels. Group 1: the variables of one kernel. */
export const frameGroup = 0;
export const kernelGroup = 1;

export const frameDeclaration = `${frameUniform.text}\n@group(${frameGroup}) @binding(0) var<uniform> frame: FrameUniform;`;

function declare(name: string, binding: Binding): string {
  switch (binding.kind) {
    case 'storage':
      return `var<storage, ${binding.access}> ${name}: ${binding.type};`;
    case 'sampled':
      return `var ${name}: texture_2d<f32>;`;
    case 'sampler':
      return `var ${name}: sampler;`;
    case 'target':
      return `var ${name}: texture_storage_2d<${binding.format}, write>;`;
  }
}

/** The WGSL declarations of a kernel's variables, numbered by their order. */
export function declareBindings(bindings: Bindings): string {
  return Object.entries(bindings)
    .map(([name, binding], index) => `@group(${kernelGroup}) @binding(${index}) ${declare(name, binding)}`)
    .join('\n');
}

/** The same variables as entries of a bind group layout. */
export function layoutEntries(bindings: Bindings, visibility: GPUShaderStageFlags): GPUBindGroupLayoutEntry[] {
  return Object.values(bindings).map((binding, index) => {
    const at = { binding: index, visibility };
    switch (binding.kind) {
      case 'storage':
        return { ...at, buffer: { type: binding.access === 'read' ? 'read-only-storage' : 'storage' } };
      case 'sampled':
        return { ...at, texture: { sampleType: 'float' } };
      case 'sampler':
        return { ...at, sampler: { type: 'filtering' } };
      case 'target':
        return { ...at, storageTexture: { access: 'write-only', format: binding.format } };
    }
  });
}
