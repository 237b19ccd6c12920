import { piano } from './piano.ts';
import { prepareSound } from './prepare.ts';
import type { SampleSet, SampleMap, Zone } from './sample-map.ts';

/** A recorded note that is ready to be played. */
export interface LoadedZone extends Pick<Zone, 'layer'> {
  /** Pitch of the note in Hz. */
  readonly hz: number;
  readonly buffer: AudioBuffer;
  /** Seconds between which a held note repeats. */
  readonly loop?: readonly [start: number, end: number];
}

const folder = '../../../assets/samples';
const urls = import.meta.glob<string>('../../../assets/samples/*/*.{ogg,flac}', { query: '?url', import: 'default', eager: true });
const maps = import.meta.glob<SampleMap>('../../../assets/samples/*/map.json', { import: 'default' });

/** Finds the recording of an instrument: that of the piano is in a package, all others are in the assets. */
async function openSampleSet(name: string): Promise<SampleSet> {
  if (name === 'piano') return piano;
  const map = await maps[`${folder}/${name}/map.json`]();
  return { map, urlOf: (file) => urls[`${folder}/${name}/${file}`] };
}

/** Fetches a note and decodes it at the rate of its file, in which the points of its loop are counted. */
async function loadZone(name: string, { urlOf, map }: SampleSet, zone: Zone): Promise<LoadedZone> {
  const { file, root, cents, rate, layer } = zone;
  const url = urlOf(file);
  if (url === undefined) throw new Error(`the ${name} has no file ${file}`);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${file} of the ${name} could not be fetched: ${response.status}`);
  const decoded = await new OfflineAudioContext(1, 1, rate).decodeAudioData(await response.arrayBuffer());
  const channels = Array.from({ length: decoded.numberOfChannels }, (_, channel) => decoded.getChannelData(channel));
  const { samples, loop } = prepareSound(channels, zone, map.crossfadeSeconds);
  const buffer = new AudioBuffer({ length: samples.length, sampleRate: rate });
  buffer.copyToChannel(samples, 0);
  const hz = 440 * 2 ** ((root - cents / 100 - 69) / 12);
  return { hz, buffer, layer, ...(loop && { loop: [loop[0] / rate, loop[1] / rate] }) };
}

async function loadAll(name: string): Promise<readonly LoadedZone[]> {
  const set = await openSampleSet(name);
  return Promise.all(set.map.zones.map((zone) => loadZone(name, set, zone)));
}

const known = new Map<string, Promise<readonly LoadedZone[]>>();
const loaded = new Map<string, readonly LoadedZone[]>();

/** Fetches and decodes the notes of a recorded instrument once. @throws when they cannot be fetched or decoded. */
export function loadRecording(name: string): Promise<readonly LoadedZone[]> {
  const found = known.get(name);
  if (found) return found;
  const asked = loadAll(name);
  known.set(name, asked);
  asked.then(
    (zones) => loaded.set(name, zones),
    // The next choice of the instrument tries again.
    () => known.delete(name),
  );
  return asked;
}

/** Returns the notes of a recorded instrument if they are loaded. */
export const loadedRecording = (name: string): readonly LoadedZone[] | undefined => loaded.get(name);
