import * as Tone from 'tone';
import { glideSeconds, type VoiceSource } from '../voice-source.ts';
import type { LoadedZone } from './library.ts';

/** Returns the note that needs the least transposition. */
function nearestZone(zones: readonly LoadedZone[], frequencyHz: number): LoadedZone {
  const distanceOf = ({ hz }: LoadedZone) => Math.abs(Math.log(hz / frequencyHz));
  return zones.reduce((best, zone) => (distanceOf(zone) < distanceOf(best) ? zone : best));
}

/** Creates a source that plays recorded notes, the nearest one transposed; a node exists only while a note sounds. */
export function createRecordedSource(zones: readonly LoadedZone[], output: AudioNode): VoiceSource {
  const context = Tone.getContext();
  let playing: AudioBufferSourceNode | null = null;
  let transposedBy = 0;
  return {
    begin(frequencyHz, _force, at) {
      playing?.stop(at);
      const { buffer, hz, loop } = nearestZone(zones, frequencyHz);
      const source = context.createBufferSource();
      source.buffer = buffer;
      source.playbackRate.value = frequencyHz / hz;
      source.detune.value = transposedBy;
      if (loop) {
        source.loop = true;
        [source.loopStart, source.loopEnd] = loop;
      }
      source.connect(output);
      source.addEventListener('ended', () => source.disconnect());
      source.start(at);
      playing = source;
    },
    end: (at) => playing?.stop(at),
    transpose(cents) {
      transposedBy = cents;
      playing?.detune.setTargetAtTime(cents, context.currentTime, glideSeconds);
    },
    dispose() {
      playing?.stop();
      playing?.disconnect();
    },
  };
}
