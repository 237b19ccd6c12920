import { frameDeclaration } from '../../client/gpu/bindings.ts';
import { common } from '../../client/gpu/kernels.ts';
import { constantsText, particleWorkgroup } from '../../client/gpu/shader-constants.ts';
import { compileShader, joinShader } from '../../client/gpu/shader-source.ts';
import pointList from './point-list.wgsl?raw';
import preparedList from './prepared-list.wgsl?raw';
import preparedStruct from './prepared.wgsl?raw';
import prepareOne from './prepare.wgsl?raw';
import preparePoints from './prepare-points.wgsl?raw';
import { particles, side } from './scene.ts';
import type { Studio } from './studio.ts';

const types = { particles: 'vec4u', previousParticles: 'vec4u', palette: 'vec4f', prepared: 'Prepared' } as const;
type Bound = keyof typeof types;
const sources: readonly Bound[] = ['particles', 'previousParticles', 'palette'];
const preparedBytes = 32;

/** Compiles a module that uses the product's own shader files with the given bindings. */
function compile(device: GPUDevice, label: string, bound: readonly Bound[], access: 'read' | 'read_write', own: Record<string, string>) {
  const declarations = bound.map((name, index) => {
    const mode = name === 'prepared' ? access : 'read';
    return `@group(1) @binding(${index}) var<storage, ${mode}> ${name}: array<${types[name]}>;`;
  });
  const { hash, colour, particle, slots, lens, pigment, grains, sight } = common;
  const files = bound.includes('particles') ? [hash, colour, particle, slots, lens, pigment, grains, sight] : [grains];
  return compileShader(
    device,
    label,
    joinShader([
      { file: 'generated constants', text: constantsText },
      { file: 'generated uniform', text: frameDeclaration },
      { file: 'bench/picture/prepared.wgsl', text: preparedStruct },
      { file: `generated bindings of ${label}`, text: declarations.join('\n') },
      ...files,
      ...Object.entries(own).map(([name, text]) => ({ file: `bench/picture/${name}.wgsl`, text })),
    ]),
  );
}

/**
 * Creates two ways to draw the scene by points with additive blending: each corner computes its particle, or a compute pass prepares the
 * particles.
 */
export async function createPointLists({ device, works }: Studio) {
  const target = device.createTexture({
    size: [side, side],
    format: 'rgba16float',
    usage: GPUTextureUsage.RENDER_ATTACHMENT | GPUTextureUsage.COPY_SRC,
  });
  const view = target.createView();
  const preparedBuffer = device.createBuffer({ size: particles * preparedBytes, usage: GPUBufferUsage.STORAGE });
  const bufferOf = (name: Bound | 'frame') => (name === 'prepared' ? preparedBuffer : (works.resources.get(name) as GPUBuffer));
  const bind = (pipeline: GPURenderPipeline | GPUComputePipeline, bound: readonly Bound[]) =>
    [['frame'] as const, bound].map((names, group) =>
      device.createBindGroup({
        layout: pipeline.getBindGroupLayout(group),
        entries: names.map((name, binding) => ({ binding, resource: { buffer: bufferOf(name) } })),
      }),
    );

  const createList = async (entry: string, bound: readonly Bound[], own: Record<string, string>) => {
    const module = await compile(device, entry, bound, 'read', own);
    const add = { srcFactor: 'one', dstFactor: 'one', operation: 'add' } as const;
    const pipeline = await device.createRenderPipelineAsync({
      layout: 'auto',
      vertex: { module, entryPoint: entry },
      fragment: { module, targets: [{ format: 'rgba16float', blend: { color: add, alpha: add } }] },
      primitive: { topology: 'point-list' },
    });
    const groups = bind(pipeline, bound);
    return (encoder: GPUCommandEncoder, coarse: boolean) => {
      const pass = encoder.beginRenderPass({ colorAttachments: [{ view, loadOp: 'clear', clearValue: [0, 0, 0, 0], storeOp: 'store' }] });
      pass.setPipeline(pipeline);
      groups.forEach((group, index) => pass.setBindGroup(index, group));
      pass.draw(coarse ? particles : particles * 4);
      pass.end();
    };
  };

  const direct = await createList('placePoint', sources, { prepare: prepareOne, 'point-list': pointList });
  // The direct vertex stage is removed: it would need the product's bindings.
  const withoutDirect = pointList.replace(/@vertex[^]*?\n\}\n/, '');
  const drawPrepared = await createList('placePrepared', ['prepared'], { 'point-list': withoutDirect, 'prepared-list': preparedList });
  const all: readonly Bound[] = [...sources, 'prepared'];
  const prepare = await device.createComputePipelineAsync({
    layout: 'auto',
    compute: {
      module: await compile(device, 'preparePoints', all, 'read_write', { prepare: prepareOne, 'prepare-points': preparePoints }),
    },
  });
  const prepareGroups = bind(prepare, all);

  return {
    target,
    direct,
    prepared(encoder: GPUCommandEncoder, coarse: boolean) {
      const pass = encoder.beginComputePass();
      pass.setPipeline(prepare);
      prepareGroups.forEach((group, index) => pass.setBindGroup(index, group));
      pass.dispatchWorkgroups(Math.ceil(particles / particleWorkgroup));
      pass.end();
      drawPrepared(encoder, coarse);
    },
  };
}
