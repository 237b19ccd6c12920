/** Content of a WAV file as the recorder writes it: PCM, 24 bits. */
export interface WavContent {
  channels: number;
  sampleRate: number;
  frames: number;
  /** Samples −1..1, channels interleaved. */
  samples: Float64Array;
}

export function readWav(bytes: Buffer): WavContent {
  const text = (at: number) => bytes.toString('latin1', at, at + 4);
  if (text(0) !== 'RIFF' || text(8) !== 'WAVE' || text(12) !== 'fmt ' || text(36) !== 'data') throw new Error('no WAV file');
  if (bytes.readUInt16LE(20) !== 1 || bytes.readUInt16LE(34) !== 24) throw new Error('not PCM of 24 bits');
  if (bytes.readUInt32LE(4) !== bytes.length - 8) throw new Error('its header speaks of another length');
  const channels = bytes.readUInt16LE(22);
  const count = bytes.readUInt32LE(40) / 3;
  const samples = Float64Array.from({ length: count }, (_, index) => bytes.readIntLE(44 + index * 3, 3) / 0x7fffff);
  return { channels, sampleRate: bytes.readUInt32LE(24), frames: count / channels, samples };
}

/** Power of the samples in dBFS. */
export function powerDb(samples: Float64Array): number {
  return 10 * Math.log10(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}

/** Power of the difference of two signals, in dB relative to the power of the first. */
export function nullDb(a: Float64Array, b: Float64Array): number {
  if (a.length !== b.length) throw new Error(`${a.length} samples against ${b.length}`);
  return powerDb(a.map((sample, index) => sample - b[index])) - powerDb(a);
}
