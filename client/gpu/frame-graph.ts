import { frameGroup, kernelGroup, layoutEntries } from './bindings.ts';
import { type Kernel, type KernelName, kernels, kernelSource } from './kernels.ts';
import type { Resource, Resources } from './resources.ts';
import { compileShader } from './shader-source.ts';

/** A declared dispatch of a frame: a kernel, and the resource of each of its variables (by default the resource of the same name). */
export interface Pass {
  readonly kernel: KernelName;
  readonly resources?: Readonly<Record<string, string>>;
  readonly workgroups: readonly [x: number, y?: number];
}

interface BuiltKernel {
  readonly pipeline: GPUComputePipeline;
  readonly layout: GPUBindGroupLayout;
}

export interface FrameGraph {
  /** Records the passes in their order. */
  record(encoder: GPUCommandEncoder, passes: readonly Pass[], timestamps?: GPUComputePassTimestampWrites): void;
}

/** Compiles all kernels in parallel, off the main thread. */
export async function createFrameGraph(device: GPUDevice, resources: Resources, uniform: GPUBuffer): Promise<FrameGraph> {
  const visibility = GPUShaderStage.COMPUTE;
  const frameLayout = device.createBindGroupLayout({
    label: 'frame',
    entries: [{ binding: 0, visibility, buffer: { type: 'uniform' } }],
  });
  const frameBindGroup = device.createBindGroup({
    label: 'frame',
    layout: frameLayout,
    entries: [{ binding: 0, resource: { buffer: uniform } }],
  });

  const build = async (kernel: Kernel): Promise<BuiltKernel> => {
    const label = kernel.entry;
    const layout = device.createBindGroupLayout({ label, entries: layoutEntries(kernel.bindings, visibility) });
    const shader = await compileShader(device, label, kernelSource(kernel));
    const pipeline = await device.createComputePipelineAsync({
      label,
      layout: device.createPipelineLayout({ label, bindGroupLayouts: [frameLayout, layout] }),
      compute: { module: shader, entryPoint: kernel.entry },
    });
    return { pipeline, layout };
  };
  const built = Object.fromEntries(
    await Promise.all(Object.entries(kernels).map(async ([name, kernel]) => [name, await build(kernel)] as const)),
  ) as Record<KernelName, BuiltKernel>;

  /** Bind groups by their resources: two swapped textures give two groups, each created once. */
  const groups = new Map<string, GPUBindGroup>();
  const identities = new WeakMap<Resource, number>();
  let nextIdentity = 0;
  const identityOf = (resource: Resource) => {
    const known = identities.get(resource);
    if (known !== undefined) return known;
    identities.set(resource, nextIdentity);
    return nextIdentity++;
  };

  const bindGroupOf = (pass: Pass): GPUBindGroup => {
    const bound = Object.keys(kernels[pass.kernel].bindings).map((name) => resources.get(pass.resources?.[name] ?? name));
    const key = `${pass.kernel} ${bound.map(identityOf).join(' ')}`;
    const known = groups.get(key);
    if (known) return known;
    const group = device.createBindGroup({
      label: pass.kernel,
      layout: built[pass.kernel].layout,
      entries: bound.map((resource, binding) => ({ binding, resource: resource instanceof GPUBuffer ? { buffer: resource } : resource })),
    });
    // The canvas is a new texture in every frame; its groups are not worth keeping.
    if (groups.size >= maxGroups) groups.clear();
    groups.set(key, group);
    return group;
  };

  return {
    record(encoder, passes, timestampWrites) {
      const recorder = encoder.beginComputePass({ label: 'frame', timestampWrites });
      recorder.setBindGroup(frameGroup, frameBindGroup);
      for (const pass of passes) {
        recorder.setPipeline(built[pass.kernel].pipeline);
        recorder.setBindGroup(kernelGroup, bindGroupOf(pass));
        recorder.dispatchWorkgroups(pass.workgroups[0], pass.workgroups[1] ?? 1);
      }
      recorder.end();
    },
  };
}

const maxGroups = 128;
