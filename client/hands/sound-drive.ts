import type { DriveSource } from '../store/hands.ts';
import { say } from '../words/words.ts';
import { type SpectrumBands, createBandReader } from './bands.ts';

/** The user's own sound that is analysed: a microphone or a tab. It is measured here and sent nowhere. */
export interface SoundDrive {
  /** Asks the user for the source and starts. @throws Error with a sentence that says why there is no sound. */
  start(source: DriveSource): Promise<void>;
  stop(): void;
}

export interface SoundDriveEvents {
  /** The bands, once per display frame. */
  bands(bands: SpectrumBands): void;
  /** The source ended by itself, as when the user stops sharing in the browser. */
  ended(): void;
}

const fftSize = 2048;

/** Opens the source. A tab also delivers video, which is stopped at once. */
async function capture(source: DriveSource): Promise<MediaStream> {
  const plain = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
  if (source === 'microphone') return navigator.mediaDevices.getUserMedia({ audio: plain });
  const stream = await navigator.mediaDevices.getDisplayMedia({ audio: plain, video: true });
  for (const track of stream.getVideoTracks()) track.stop();
  return stream;
}

function whyNot(source: DriveSource, error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotFoundError') return say('No microphone was found.');
  if (name === 'NotAllowedError') return say(source === 'tab' ? 'No tab was shared.' : 'The browser did not allow the microphone.');
  return say(source === 'tab' ? 'This browser cannot share the sound of a tab.' : 'The microphone could not be opened.');
}

export function createSoundDrive(events: SoundDriveEvents): SoundDrive {
  let stopPresent: (() => void) | null = null;
  /** Counts starts: an older start is obsolete. */
  let asked = 0;

  const stop = () => {
    asked += 1;
    stopPresent?.();
    stopPresent = null;
  };

  const listen = (stream: MediaStream) => {
    const context = new AudioContext();
    void context.resume();
    const analyser = context.createAnalyser();
    analyser.fftSize = fftSize;
    analyser.smoothingTimeConstant = 0.5;
    // Connected only to the analyser, so that it is not audible.
    context.createMediaStreamSource(stream).connect(analyser);
    const spectrum = new Float32Array(analyser.frequencyBinCount);
    const read = createBandReader(context.sampleRate, analyser.frequencyBinCount);
    let lastMs = performance.now();
    let frame = 0;
    const look = (nowMs: number) => {
      frame = requestAnimationFrame(look);
      analyser.getFloatFrequencyData(spectrum);
      events.bands(read(spectrum, Math.max(0, nowMs - lastMs) / 1000));
      lastMs = nowMs;
    };
    frame = requestAnimationFrame(look);
    return () => {
      cancelAnimationFrame(frame);
      for (const track of stream.getTracks()) track.stop();
      void context.close();
    };
  };

  return {
    async start(source) {
      stop();
      const ours = asked;
      const stream = await capture(source).catch((error: unknown) => {
        throw new Error(whyNot(source, error), { cause: error });
      });
      const [track] = stream.getAudioTracks();
      if (!track || ours !== asked) {
        for (const open of stream.getTracks()) open.stop();
        if (ours !== asked) return;
        throw new Error(
          say('The tab was shared without sound. Select “Also share tab audio” where the browser offers it; not every browser can.'),
        );
      }
      stopPresent = listen(stream);
      track.addEventListener('ended', () => {
        if (ours !== asked) return;
        stop();
        events.ended();
      });
    },
    stop,
  };
}
