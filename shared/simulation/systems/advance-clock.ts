import { barsPerPhrase, beatOfStep, beatsPerBar, stepsPerBar, tempoArchOf } from '../../music/index.ts';
import { type System, ticksPerSecond } from '../world.ts';

/** Counts the tick, advances the beat by the effective tempo, and marks the ticks in which a thirty-second of the bar begins. */
export const advanceClock: System = {
  name: 'advance-clock',
  reads: ['Clock', 'Modulation.tempo', 'Composer.sectionPhrase', 'Composer.sectionPhrases'],
  writes: [
    'Clock.tick',
    'Clock.beat',
    'Clock.beatTick',
    'Clock.step',
    'Clock.onset',
    'Clock.late',
    'Clock.bar',
    'Clock.barStep',
    'Clock.barBeat',
  ],
  build: (world) => {
    const { tick, beat, beatTick, step, onset, late, bar, barStep, barBeat } = world.stores.Clock;
    const { tempo } = world.stores.Modulation;
    const { sectionPhrase, sectionPhrases } = world.stores.Composer;
    const place = { barInPhrase: 0, phraseInSection: 0, phrasesInSection: 0 };

    const begin = (dueBeat: number, beatsPerTick: number) => {
      step[0] += 1;
      onset[0] = 1;
      late[0] = Math.min(1, (beat[0] - dueBeat) / beatsPerTick);
    };

    /** The tempo of this tick as it is played, BPM. */
    const playedTempo = () => {
      const { expression, meter } = world.document.parameters;
      place.barInPhrase = bar[0] % barsPerPhrase;
      place.phraseInSection = Math.floor(bar[0] / barsPerPhrase) - sectionPhrase[0];
      place.phrasesInSection = sectionPhrases[0];
      return tempo[0] * tempoArchOf(expression, place, barStep[0] / stepsPerBar(meter));
    };

    return () => {
      const { meter, swing } = world.document.parameters;
      const beatsPerTick = playedTempo() / 60 / ticksPerSecond;
      tick[0] += 1;
      onset[0] = 0;
      if (step[0] === 0) {
        beatTick[0] = tick[0];
        begin(beat[0], beatsPerTick);
        return;
      }
      const beatsBefore = Math.floor(beat[0]);
      beat[0] += beatsPerTick;
      if (Math.floor(beat[0]) > beatsBefore) beatTick[0] = tick[0];
      const next = barStep[0] + 1;
      // The fastest thirty-second is longer than a tick, so one per tick is enough.
      if (next < stepsPerBar(meter)) {
        const dueBeat = barBeat[0] + beatOfStep(meter, next, swing);
        if (beat[0] < dueBeat) return;
        barStep[0] = next;
        begin(dueBeat, beatsPerTick);
        return;
      }
      const dueBeat = barBeat[0] + beatsPerBar(meter);
      if (beat[0] < dueBeat) return;
      bar[0] += 1;
      barStep[0] = 0;
      barBeat[0] = dueBeat;
      begin(dueBeat, beatsPerTick);
    };
  },
};
