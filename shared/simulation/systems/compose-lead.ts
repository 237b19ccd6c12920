import { classicNoteHz, registerLift } from '../../coupling/index.ts';
import { log } from '../../math/exact.ts';
import { mix, uniformAt } from '../../math/generator.ts';
import {
  createRhythm,
  beatsPerBar,
  chordDegrees,
  contourAt,
  hasOnset,
  leadRests,
  nearestChordDegree,
  nearestDegree,
  placesOf,
  pitchClassOf,
  midiOfDegree,
  reflectDegree,
  registerOf,
  stepsPerBar,
  stepsToNextOnset,
  writeRhythm,
  wholeCount,
} from '../../music/index.ts';
import { buildChooseParticle, heightOfMidi } from '../composer/choose-particle.ts';
import { buildMoment, type Moment } from '../composer/moment.ts';
import { buildScore, scoreReads, scoreWrites } from '../composer/score.ts';
import type { System } from '../world.ts';

/** A step of this weight or more is strong: the melody stands on a note of the chord there. */
const strongWeight = 0.8;
/** Most notes of the melody in a second. */
const fastest = 9;
/** A note longer than this is not in passing. */
const longTicks = 20;
const cadenceBar = 3;
/** Share of the cadence's bar in which notes begin. */
const cadenceShare = 0.6;

/** Bars 0 and 2 of a phrase share a motif, bar 1 answers, bar 3 closes. */
const motifOfBar = [0, 1, 0, 2];

/** The melody: motifs of rhythm and contour that return with their phrase, hung up where the matter is, closing on the chord. */
export const composeLead: System = {
  name: 'compose-lead',
  reads: scoreReads,
  writes: [...scoreWrites('lead'), 'Composer.leadDegree', 'Composer.leadAnchor'],
  build: (world) => {
    const { Composer, Modulation, Senses } = world.stores;
    const readMoment = buildMoment(world);
    const score = buildScore(world, 'lead');
    const choose = buildChooseParticle(world);
    const chord = new Int32Array(5);
    const register = { low: 0, high: 0 };
    const range = { low: 0, high: 0 };
    const rhythm = createRhythm();

    const setRhythm = ({ parameters, place, phraseDrive, grid }: Moment) => {
      const { meter, noteDensity, rhythmComplexity } = parameters;
      const beats = beatsPerBar(meter);
      // In thirds, so that a motif comes back the same while the matter goes on alike.
      const drive = Math.floor(phraseDrive * 3 + 0.5) / 3;
      const most = (fastest * beats * 60) / Modulation.tempo[0];
      const sparse = place.barInPhrase === cadenceBar ? cadenceShare : 1;
      rhythm.seed = mix(place.material + motifOfBar[place.barInPhrase]);
      rhythm.meter = meter;
      rhythm.grid = noteDensity > 4 ? grid : Math.max(2, grid);
      rhythm.syncopation = rhythmComplexity * (0.45 + 0.5 * drive);
      rhythm.complexity = rhythmComplexity;
      const wanted = noteDensity * beats * (0.6 + 0.8 * drive) * sparse;
      const room = Math.min(most * sparse, placesOf(rhythm));
      rhythm.count = wholeCount(Math.min(wanted, room), rhythm.seed);
      writeRhythm(rhythm);
      // What the matter asks for beyond that, the texture plays.
      score.spill(Math.max(0, wanted - room) / stepsPerBar(meter));
    };

    const setRange = ({ parameters, scale, tonic }: Moment) => {
      registerOf('lead', parameters.octave, parameters.melodyRange, register);
      const lift = registerLift(Modulation.tempo[0], parameters.couplingMode === 'stable' ? parameters.tempoToPitch : 0);
      const low = nearestDegree(scale, tonic, register.low + lift);
      range.low = low;
      range.high = Math.max(low + scale.length, nearestDegree(scale, tonic, register.high + lift));
    };

    /** Where the line would like to be: the matter's mean height, the phrase's arch, the letter's own place. */
    const centre = ({ parameters, scale, tonic, place, seed }: Moment) => {
      if (parameters.couplingMode === 'classic') {
        const midi = 69 + (12 * log(Math.max(20, classicNoteHz(Senses.meanHeight[0])) / 440)) / 0.6931471805599453;
        return nearestDegree(scale, tonic, midi + 12 * parameters.octave);
      }
      const height = Math.max(-1, Math.min(1, Senses.meanHeight[0] / parameters.boundsSize));
      const arch = [0, 0.1, 0.2, -0.05][place.barInPhrase] * (0.5 + Composer.phraseDrive[0]);
      const wander = (uniformAt(seed, place.material, place.phrase) - 0.5) * 0.16;
      const share = 0.42 + 0.16 * height + arch + wander + (place.letter === 1 ? 0.14 : 0);
      return range.low + Math.floor((range.high - range.low) * Math.max(0.1, Math.min(0.9, share)));
    };

    /** The same note in the octave that lies inside the range, which holds one at least. */
    const withinRange = (degree: number, octave: number) =>
      degree < range.low ? degree + octave : degree > range.high ? degree - octave : degree;

    const hangUp = (moment: Moment, count: number) => {
      const target = centre(moment);
      const from = moment.bar === 0 ? target : Composer.leadDegree[0];
      // The passage may leap away from where the last phrase ended, a bar inside a phrase goes on from there.
      const tie = moment.place.barInPhrase === 0 ? 0.2 : 0.45;
      const wanted = Math.floor(from * tie + target * (1 - tie) + 0.5);
      Composer.leadAnchor[0] = withinRange(nearestChordDegree(wanted, chord, count, moment.scale.length), moment.scale.length);
    };

    /** A semitone above a note of the chord: the one place where a melody must not stay. */
    const rubs = ({ scale }: Moment, degree: number, count: number) => {
      for (let voice = 0; voice < count; voice++) {
        if (pitchClassOf(midiOfDegree(scale, 0, degree) - midiOfDegree(scale, 0, chord[voice])) === 1) return true;
      }
      return false;
    };

    /** Where the motif has got to. */
    const motifDegree = ({ parameters, place, seed, step }: Moment, index: number) => {
      const spread = 0.85 + 0.5 * Math.max(0, parameters.melodyRange - 0.4);
      // A phrase that returns is ornamented, the more the more complex.
      const turn = index > 0 && uniformAt(seed, place.phrase, step + 64) < 0.25 * parameters.rhythmComplexity ? 1 : 0;
      const height = Math.floor(contourAt(rhythm.seed, index, parameters.melodyRange) * spread + 0.5);
      return reflectDegree(Composer.leadAnchor[0] + height + turn, range.low, range.high);
    };

    /** The note to play: on the chord where it counts, and not the last one over and over. */
    const degreeAt = (moment: Moment, index: number, count: number, steps: number, closes: boolean) => {
      const { parameters, scale, weight, place, seed, step, ticksPerStep } = moment;
      const degree = motifDegree(moment, index);
      const leans = uniformAt(seed, place.phrase * 4 + place.barInPhrase, step) < 0.35 * parameters.harmony;
      const stays = steps * ticksPerStep > longTicks && rubs(moment, degree, count);
      if (closes || stays || (weight >= strongWeight && !leans))
        return withinRange(nearestChordDegree(degree, chord, count, scale.length), scale.length);
      if (degree !== Composer.leadDegree[0] || uniformAt(rhythm.seed, 7, index) < 0.35) return degree;
      const other = degree + (degree >= range.high ? -1 : 1);
      return rubs(moment, other, count) ? degree : other;
    };

    const onsetsBefore = (step: number) => {
      let onsets = 0;
      for (let before = 0; before < step; before++) if (hasOnset(rhythm, before)) onsets += 1;
      return onsets;
    };

    return () => {
      const moment = readMoment();
      if (!moment) return;
      const { parameters, scale, tonic, place, step, weight, drive, seed } = moment;
      const count = chordDegrees(scale, Composer.root[0], Composer.stack[0], chord);
      setRange(moment);
      if (step === 0) hangUp(moment, count);
      if (!moment.alive || !score.isAudible() || leadRests(place, seed)) return;
      setRhythm(moment);
      const barEnd = stepsPerBar(parameters.meter);
      const cadence = place.barInPhrase === cadenceBar;
      const end = cadence ? Math.floor(barEnd * cadenceShare) : barEnd;
      if (step >= end || !hasOnset(rhythm, step)) return;
      const next = stepsToNextOnset(rhythm, step, end);
      const closes = cadence && step + next === end;
      const degree = degreeAt(moment, onsetsBefore(step), count, next, closes);
      const midi = midiOfDegree(scale, tonic, degree);
      const gate = 0.95 - 0.4 * parameters.rhythmComplexity * uniformAt(rhythm.seed, 5, step);
      score.add(moment, {
        midi,
        velocity: 0.5 + 0.25 * weight + 0.2 * drive + 0.06 * (uniformAt(seed, moment.bar, step) - 0.5),
        // The last note of a phrase rings, and leaves a breath.
        steps: closes ? Math.max(4, (barEnd - step) * 0.8) : Math.min(16, next) * gate,
        rule: 'melody',
        slot: choose(mix(seed ^ (moment.bar * 64 + step)), heightOfMidi(midi)),
      });
      Composer.leadDegree[0] = degree;
    };
  },
};
