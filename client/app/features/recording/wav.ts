const headerBytes = 44;
const bytesPerSample = 3;
const fullScale = 0x7fffff;
/** Samples written between yields: a second of a channel. */
const chunkFrames = 48_000;

/**
 * Returns the header of a WAV file with 24-bit samples.
 * @see IBM and Microsoft 1991, Multimedia Programming Interface and Data Specifications 1.0, "WAVE"
 */
function wavHeader(channels: number, sampleRate: number, frames: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(headerBytes);
  const view = new DataView(bytes.buffer);
  const dataBytes = frames * channels * bytesPerSample;
  const text = (at: number, letters: string) => {
    for (let index = 0; index < letters.length; index++) bytes[at + index] = letters.charCodeAt(index);
  };
  text(0, 'RIFF');
  view.setUint32(4, headerBytes - 8 + dataBytes + (dataBytes % 2), true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, channels, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * channels * bytesPerSample, true);
  view.setUint16(32, channels * bytesPerSample, true);
  view.setUint16(34, bytesPerSample * 8, true);
  text(36, 'data');
  view.setUint32(40, dataBytes, true);
  return bytes;
}

/** Encodes samples −1..1 from `start` up to `end`, interleaved, as 24-bit integers. NaN becomes silence. */
function encodeSamples(channels: readonly Float32Array[], start: number, end: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array((end - start) * channels.length * bytesPerSample);
  let at = 0;
  for (let frame = start; frame < end; frame++) {
    for (const samples of channels) {
      const sample = samples[frame];
      const value = Number.isNaN(sample) ? 0 : Math.round(Math.max(-1, Math.min(1, sample)) * fullScale);
      bytes[at] = value;
      bytes[at + 1] = value >> 8;
      bytes[at + 2] = value >> 16;
      at += bytesPerSample;
    }
  }
  return bytes;
}

/** Writes a WAV file with 24 bits per sample. `breathe` is awaited once per second of sound, which keeps the page responsive. */
export async function wavFile(channels: readonly Float32Array[], sampleRate: number, breathe: () => Promise<void>): Promise<Blob> {
  const frames = channels[0].length;
  const parts: Uint8Array<ArrayBuffer>[] = [wavHeader(channels.length, sampleRate, frames)];
  for (let start = 0; start < frames; start += chunkFrames) {
    parts.push(encodeSamples(channels, start, Math.min(frames, start + chunkFrames)));
    await breathe();
  }
  if ((frames * channels.length * bytesPerSample) % 2 === 1) parts.push(new Uint8Array(1));
  return new Blob(parts, { type: 'audio/wav' });
}
