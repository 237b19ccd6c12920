/** The part of an AudioWorklet's global scope that is used here; the client is typed for the window. */
interface WorkletScope {
  AudioWorkletProcessor: new () => { readonly port: MessagePort };
  registerProcessor(name: string, processor: new (options: { processorOptions?: unknown }) => object): void;
  readonly sampleRate: number;
  /** Seconds of the audio clock at the first sample of the current block. */
  readonly currentTime: number;
}

export const scope = globalThis as unknown as WorkletScope;

/** A block of a processor, channel by channel. */
export type Block = readonly (readonly Float32Array[])[];
