import { mix } from '../../math/generator.ts';
import { buildChooseParticle, heightOfMidi } from '../composer/choose-particle.ts';
import { partReads } from '../composer/part-writer.ts';
import { isAudible } from '../composer/parts-that-play.ts';
import { buildSoundNote } from '../composer/sound-note.ts';
import { stepSeconds, type System, ticksPerSecond } from '../world.ts';

/** Ticks for which a key sounds that is not released. */
export const maxHeldTicks = 8 * ticksPerSecond;
/** Ticks for which a key sounds that is released in the tick of its press. */
const tapTicks = 6;
/** Most played notes in a second, and at once: a glissando passes, a flood does not. */
const pressesPerSecond = 12;
const pressesAtOnce = 12;
/** Most keys that may be held at a time; another releases the one that has been held the longest. */
const maxHeld = 16;
const softest = 0.05;

/**
 * Plays the notes of pressed keys: notes of the lead that begin in the tick of their edit, in the scale, and sound until their key is
 * released.
 */
export const playHands: System = {
  name: 'play-hands',
  reads: [...partReads, 'Hands', 'Voice.key', 'Voice.remaining'],
  writes: ['Composer.budget', 'Look.flash', 'Look.pitch', 'Look.part', 'Hands.spent', 'Voice.key', 'Voice.remaining'],
  build: (world) => {
    const { Clock, Hands, Voice } = world.stores;
    const { capacity } = world.pools.voice;
    const sound = buildSoundNote(world, 'lead');
    const choose = buildChooseParticle(world);

    const letGoVoice = (voice: number) => {
      world.releases.push(Voice.key[voice] - 1);
      Voice.key[voice] = 0;
      Voice.remaining[voice] = 0;
    };

    const letGo = (key: number) => {
      for (let voice = 0; voice < capacity; voice++) if (Voice.key[voice] === key + 1) letGoVoice(voice);
      for (let at = 0; at < world.notes.length; at++) {
        const note = world.notes[at];
        if (note.key !== key) continue;
        note.durationTicks = tapTicks;
        note.key = undefined;
      }
    };

    const makeRoom = () => {
      let held = 0;
      let oldest = -1;
      for (let at = 0; at < world.notes.length; at++) if (world.notes[at].key !== undefined) held += 1;
      for (let voice = 0; voice < capacity; voice++) {
        if (Voice.key[voice] === 0) continue;
        held += 1;
        if (oldest < 0 || Voice.remaining[voice] < Voice.remaining[oldest]) oldest = voice;
      }
      if (held >= maxHeld && oldest >= 0) letGoVoice(oldest);
    };

    const press = (key: number, velocity: number) => {
      letGo(key);
      if (Hands.spent[0] > pressesAtOnce - 1 || !isAudible(world.document.parameters, 'lead')) return;
      makeRoom();
      const { seed } = world.document;
      const sounds = sound({
        midi: key,
        velocity: Math.max(softest, velocity),
        durationTicks: maxHeldTicks,
        lateTicks: 0,
        rule: 'played',
        slot: choose(mix(seed ^ (Clock.tick[0] * 128 + key)), heightOfMidi(key)),
        drum: null,
      });
      if (!sounds) return;
      Hands.spent[0] += 1;
      world.notes[world.notes.length - 1].key = key;
    };

    /** Keys pressed before a restart in the same tick are forgotten with everything else. */
    const firstToPlay = () => {
      let first = 0;
      for (let at = 0; at < world.commands.length; at++) if (world.commands[at].edit.kind === 'restart') first = at + 1;
      return first;
    };

    return () => {
      Hands.spent[0] = Math.max(0, Hands.spent[0] - pressesPerSecond * stepSeconds);
      for (let at = firstToPlay(); at < world.commands.length; at++) {
        const { edit } = world.commands[at];
        if (edit.kind === 'note.press') press(edit.midi, edit.velocity);
        else if (edit.kind === 'note.release') letGo(edit.midi);
      }
    };
  },
};
