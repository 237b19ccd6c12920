import presentCorner from '../../shaders/post/present-corner.wgsl?raw';
import presentPixel from '../../shaders/post/present-pixel.wgsl?raw';
import type { Resources } from './resources.ts';
import { compileShader, joinShader } from './shader-source.ts';

export type PictureCanvas = HTMLCanvasElement | OffscreenCanvas;

/** The target of the finished picture: the canvas itself, or a texture that is copied to it. */
export interface CanvasOutput {
  resize(width: number, height: number): void;
  /** Binds the target texture as the resource `canvas`. */
  begin(): void;
  /** Records the copy to the canvas, where one is needed. */
  end(encoder: GPUCommandEncoder): void;
  dispose(): void;
}

/** Lets compute passes write into a canvas that supports storage textures; for others, copies the picture with a triangle. */
export async function createCanvasOutput(device: GPUDevice, canvas: PictureCanvas, resources: Resources): Promise<CanvasOutput> {
  const context = canvas.getContext('webgpu') as GPUCanvasContext | null;
  if (!context) throw new Error('this canvas gives no WebGPU context');
  const setSize = (width: number, height: number) => {
    canvas.width = width;
    canvas.height = height;
  };

  if (await takesCompute(device, context)) {
    return {
      resize: setSize,
      begin: () => resources.lend('canvas', context.getCurrentTexture().createView({ label: 'canvas' })),
      end: () => undefined,
      dispose: () => context.unconfigure(),
    };
  }

  const format = navigator.gpu.getPreferredCanvasFormat();
  context.configure({ device, format, alphaMode: 'opaque' });
  const [corner, pixel] = await Promise.all([
    compileShader(device, 'presentCorner', joinShader([{ file: 'shaders/post/present-corner.wgsl', text: presentCorner }])),
    compileShader(
      device,
      'presentPixel',
      joinShader([
        { file: 'generated bindings of presentPixel', text: '@group(0) @binding(0) var picture: texture_2d<f32>;' },
        { file: 'shaders/post/present-pixel.wgsl', text: presentPixel },
      ]),
    ),
  ]);
  const pipeline = await device.createRenderPipelineAsync({
    label: 'present',
    layout: 'auto',
    vertex: { module: corner },
    fragment: { module: pixel, targets: [{ format }] },
  });
  return {
    resize(width, height) {
      setSize(width, height);
      resources.texture('canvas', width, height, 'rgba8unorm');
    },
    begin: () => undefined,
    end(encoder) {
      const picture = resources.get('canvas') as GPUTextureView;
      const recorder = encoder.beginRenderPass({
        label: 'present',
        colorAttachments: [{ view: context.getCurrentTexture().createView(), loadOp: 'clear', storeOp: 'store' }],
      });
      recorder.setPipeline(pipeline);
      recorder.setBindGroup(
        0,
        device.createBindGroup({ label: 'present', layout: pipeline.getBindGroupLayout(0), entries: [{ binding: 0, resource: picture }] }),
      );
      recorder.draw(3);
      recorder.end();
    },
    dispose: () => context.unconfigure(),
  };
}

async function takesCompute(device: GPUDevice, context: GPUCanvasContext): Promise<boolean> {
  device.pushErrorScope('validation');
  try {
    context.configure({ device, format: 'rgba8unorm', alphaMode: 'opaque', usage: GPUTextureUsage.STORAGE_BINDING });
    context.getCurrentTexture();
  } catch {
    await device.popErrorScope();
    return false;
  }
  return (await device.popErrorScope()) === null;
}
