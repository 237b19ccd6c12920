import {
  AudioSample,
  AudioSampleSource,
  canEncodeAudio,
  getFirstEncodableVideoCodec,
  Mp4OutputFormat,
  Output,
  Quality,
  StreamTarget,
  type StreamTargetChunk,
  VideoSample,
  VideoSampleSource,
  WebMOutputFormat,
} from 'mediabunny';
import { type VideoChoice, videoSizes } from '../../../store/recording.ts';
import type { Sentence } from '../../../words/sentences.ts';
import { createBlobFile } from './blob-file.ts';
import type { RenderedSound } from './protocol.ts';

/** Light points on black are hard to predict: they get about twice the bit rate of usual video. */
const bitsPerPixel = 0.2;
const soundBitsPerSecond = 160_000;
const chunkBytes = 4 * 1024 * 1024;

const videoCodecs = { webm: ['vp9', 'vp8'], mp4: ['avc'] } as const;
const soundCodecs = { webm: ['opus'], mp4: ['aac', 'opus'] } as const;
/** The messages for a browser without an encoder for the video, or for the sound. */
const noPictures: Readonly<Record<VideoChoice['container'], Sentence>> = {
  webm: 'This browser cannot write WebM video of this size; MP4 may work.',
  mp4: 'This browser cannot write MP4 video of this size; WebM may work.',
};
const noSound: Readonly<Record<VideoChoice['container'], Sentence>> = {
  webm: 'This browser cannot write the sound of a WebM video.',
  mp4: 'This browser cannot write the sound of an MP4 video.',
};

/** A video that is being written. */
export interface FilmFile {
  /** Adds the next picture; resolves when the encoder accepts another. */
  add(picture: OffscreenCanvas): Promise<void>;
  finish(): Promise<Blob>;
}

/** Starts a video with sound. @throws Error with a sentence if this browser has no encoder for it. */
export async function createFilmFile({ size, framesPerSecond, container }: VideoChoice, sound: RenderedSound | null): Promise<FilmFile> {
  const { width, height } = videoSizes[size];
  const quality = new Quality({ bitrate: Math.round(width * height * framesPerSecond * bitsPerPixel) });
  const codec = await getFirstEncodableVideoCodec([...videoCodecs[container]], { width, height, quality, frameRate: framesPerSecond });
  if (!codec) throw new Error(noPictures[container]);
  const file = createBlobFile();
  const writable = new WritableStream<StreamTargetChunk>({ write: ({ data, position }) => file.write(data, position) });
  const format = container === 'mp4' ? new Mp4OutputFormat({ fastStart: false }) : new WebMOutputFormat();
  const output = new Output({ format, target: new StreamTarget(writable, { chunked: true, chunkSize: chunkBytes }) });
  const pictures = new VideoSampleSource({ codec, quality });
  output.addVideoTrack(pictures, { frameRate: framesPerSecond });
  const sounds = sound && (await createSoundTrack(sound, container));
  if (sounds) output.addAudioTrack(sounds.source);
  await output.start();

  let index = 0;
  return {
    async add(picture) {
      const sample = new VideoSample(picture, { timestamp: index / framesPerSecond, duration: 1 / framesPerSecond });
      index += 1;
      await sounds?.addUpTo(index / framesPerSecond);
      await pictures.add(sample);
      sample.close();
    },
    async finish() {
      pictures.close();
      sounds?.source.close();
      await output.finalize();
      return file.finish(await output.getMimeType());
    },
  };
}

/** Creates the sound track, which is added in pieces of a second. */
async function createSoundTrack({ channels, sampleRate }: RenderedSound, container: VideoChoice['container']) {
  const quality = new Quality({ bitrate: soundBitsPerSecond });
  let codec: 'aac' | 'opus' | null = null;
  for (const candidate of soundCodecs[container]) {
    if (codec === null && (await canEncodeAudio(candidate, { numberOfChannels: channels.length, sampleRate, quality }))) codec = candidate;
  }
  if (codec === null) throw new Error(noSound[container]);
  const source = new AudioSampleSource({ codec, quality });
  let added = 0;
  return {
    source,
    async addUpTo(seconds: number) {
      while (added < channels[0].length && added < seconds * sampleRate) {
        const end = Math.min(channels[0].length, added + sampleRate);
        const data = new Float32Array((end - added) * channels.length);
        channels.forEach((samples, channel) => data.set(samples.subarray(added, end), channel * (end - added)));
        const sample = new AudioSample({
          data,
          format: 'f32-planar',
          numberOfChannels: channels.length,
          sampleRate,
          timestamp: added / sampleRate,
        });
        await source.add(sample);
        sample.close();
        added = end;
      }
    },
  };
}
