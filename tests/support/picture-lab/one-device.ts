/**
 * Gives all renderers of this page one device, and keeps every pipeline that it compiled: the device returns the same pipeline for the
 * same shader again, which takes seconds to compile on a processor. Buffers and textures are of each renderer alone.
 */
const opened = new Map<string, Promise<GPUDevice>>();
const compiled: (GPUComputePipeline | GPURenderPipeline)[] = [];

let last: GPUDevice | null = null;

/** The device that was requested last; null without WebGPU. */
export const lastDevice = (): GPUDevice | null => last;

if ('GPUAdapter' in globalThis) {
  const { requestDevice } = GPUAdapter.prototype;
  GPUAdapter.prototype.requestDevice = async function (descriptor) {
    const wanted = JSON.stringify(descriptor);
    const device = opened.get(wanted) ?? requestDevice.call(this, descriptor);
    opened.set(wanted, device);
    last = await device;
    return last;
  };
  GPUDevice.prototype.destroy = () => undefined;
  const { createComputePipelineAsync, createRenderPipelineAsync } = GPUDevice.prototype;
  GPUDevice.prototype.createComputePipelineAsync = async function (descriptor) {
    const pipeline = await createComputePipelineAsync.call(this, descriptor);
    compiled.push(pipeline);
    return pipeline;
  };
  GPUDevice.prototype.createRenderPipelineAsync = async function (descriptor) {
    const pipeline = await createRenderPipelineAsync.call(this, descriptor);
    compiled.push(pipeline);
    return pipeline;
  };
}
