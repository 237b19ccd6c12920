import { type Notice, noticeSentences } from './notice.ts';

/** A GPU device for drawing. */
export interface DrawingDevice {
  readonly device: GPUDevice;
  /** True when the CPU draws: correct, but slow. */
  readonly software: boolean;
}

/** The error when there is no device; its sentence tells the user why. */
export class NoDeviceError extends Error {
  override readonly name = 'NoDeviceError';
  readonly sentence: Notice['sentence'];

  constructor(sentence: Notice['sentence'], options?: ErrorOptions) {
    super(sentence, options);
    this.sentence = sentence;
  }
}

const softwareNames = /swiftshader|llvmpipe|lavapipe|software|basic render/i;

/** A browser never answers when other pages occupy its graphics process. */
const patienceMs = 20_000;

/** @throws NoDeviceError when no answer comes. */
function findAdapter(gpu: GPU): Promise<GPUAdapter | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new NoDeviceError(noticeSentences.noAnswer)), patienceMs);
    const found = gpu.requestAdapter({ powerPreference: 'high-performance' }).catch(() => null);
    void found.then(resolve).finally(() => clearTimeout(timer));
  });
}

/**
 * Requests a device with the adapter's own storage limits, so that large pools fit.
 * @throws NoDeviceError with a sentence that says why there is no device and what would help.
 */
export async function openDevice(): Promise<DrawingDevice> {
  const gpu: GPU | undefined = globalThis.navigator?.gpu;
  if (!gpu) {
    throw new NoDeviceError(globalThis.isSecureContext === false ? noticeSentences.insecurePage : noticeSentences.noWebgpu);
  }
  // After a restart of its graphics process a browser answers null once, and has an adapter when asked again.
  const adapter = (await findAdapter(gpu)) ?? (await findAdapter(gpu));
  if (!adapter) throw new NoDeviceError(noticeSentences.noAdapter);
  const { limits, features, info } = adapter;
  const device = await adapter
    .requestDevice({
      label: 'picture',
      requiredFeatures: features.has('timestamp-query') ? ['timestamp-query'] : [],
      requiredLimits: {
        maxBufferSize: limits.maxBufferSize,
        maxStorageBufferBindingSize: limits.maxStorageBufferBindingSize,
      },
    })
    .catch((cause: unknown) => {
      throw new NoDeviceError(noticeSentences.deviceRefused, { cause });
    });
  const software = info.isFallbackAdapter || softwareNames.test(`${info.vendor} ${info.architecture} ${info.device} ${info.description}`);
  return { device, software };
}
