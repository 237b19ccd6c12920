import { mix, uniformAt } from '../../math/generator.ts';
import {
  chordDegrees,
  hasOnset,
  midiOfDegree,
  nearestChordDegree,
  pitchClassOf,
  reflectDegree,
  stepsPerBar,
  stepsToNextOnset,
  stepTo,
  type Walk,
  type WalkQuestion,
  walkTo,
  weightOf,
} from '../../music/index.ts';
import { melodyRests } from '../composer/answer.ts';
import { buildChooseParticle, heightOfMidi } from '../composer/choose-particle.ts';
import { buildContour } from '../composer/contour.ts';
import { buildLeadLift, buildLeadRange, type LeadRange } from '../composer/lead-range.ts';
import { buildBarStep, type BarStep } from '../composer/bar-step.ts';
import { buildMotif, hasMainMotif, isCadence, motifSteps } from '../composer/motif.ts';
import { buildPartWriter, type NoteDraft, partReads, partWrites } from '../composer/part-writer.ts';
import { buildSecondLine } from '../composer/second-line.ts';
import { scaleSignature } from '../composer/signature.ts';
import type { System } from '../world.ts';

/** A step of this weight or more is strong: the melody is on a note of the chord there. */
export const strongWeight = 0.8;
/** A note longer than this is not a passing note. */
const longTicks = 20;

/**
 * The melody: motifs of rhythm and contour that return with their phrase, anchored at the height of the particles, within constraints that
 * are never broken: when no note keeps them all, the melody rests.
 */
export const composeLead: System = {
  name: 'compose-lead',
  reads: partReads,
  writes: [
    ...partWrites('lead'),
    'Composer.leadDegree',
    'Composer.leadMove',
    'Composer.leadTimes',
    'Composer.leadPhrase',
    'Composer.leadFor',
    'Composer.leadAnchor',
    'Composer.leadHeight',
    'Composer.leadEnergy',
    'Composer.themeHeight',
    'Composer.themeEnergy',
    'Composer.themeLift',
  ],
  build: (world) => {
    const { Composer } = world.stores;
    const readMoment = buildBarStep(world);
    const writer = buildPartWriter(world, 'lead');
    const double = buildSecondLine(world, writer);
    const choose = buildChooseParticle(world);
    const contour = buildContour(world);
    const readRange = buildLeadRange(world);
    const lift = buildLeadLift(world);
    const range: LeadRange = { low: 0, high: 0, home: 0 };
    const motif = buildMotif(world);
    const { rhythm } = motif;
    const walk: Walk = { degree: 0, move: 0, times: 0 };
    const question: WalkQuestion = {
      scaleSize: 7,
      low: 0,
      high: 7,
      chord: new Int32Array(5),
      chordNotes: 0,
      isStrong: false,
      mayLeap: false,
      begins: false,
      wanted: 0,
    };
    const { chord } = question;
    let scale: readonly number[] = [0];
    let isLong = false;

    /** Reads the stored walk; degrees of another scale are dropped. */
    const readWalk = ({ parameters }: BarStep) => {
      walk.degree = Composer.leadDegree[0];
      walk.move = Composer.leadMove[0];
      walk.times = Composer.leadFor[0] === scaleSignature(parameters) ? Composer.leadTimes[0] : 0;
    };

    const keepWalk = ({ parameters, place }: BarStep) => {
      Composer.leadDegree[0] = walk.degree;
      Composer.leadMove[0] = walk.move;
      Composer.leadTimes[0] = walk.times;
      Composer.leadPhrase[0] = place.phrase;
      Composer.leadFor[0] = scaleSignature(parameters);
    };

    const setQuestion = (moment: BarStep) => {
      ({ scale } = moment);
      question.scaleSize = scale.length;
      question.chordNotes = chordDegrees(scale, Composer.root[0], Composer.stack[0], chord);
      readRange(moment, range);
      question.low = range.low;
      question.high = range.high;
    };

    /**
     * Anchors a bar's line on a note of the chord, between the last anchor and the height of the particles. The first bar of a phrase has only
     * its height, and no bar depends on the notes before it: so a theme is the same wherever it returns.
     */
    const hangUp = (moment: BarStep) => {
      const target = contour.centre(moment, range.home, range.home + question.high - question.low);
      const from = Composer.leadAnchor[0];
      const tie = moment.place.barInPhrase === 0 || walk.times === 0 ? 0 : 0.45;
      const wanted = Math.floor(from * tie + target * (1 - tie) + 0.5);
      Composer.leadAnchor[0] = nearestChordDegree(wanted, chord, question.chordNotes, question.scaleSize);
    };

    /** Cost of a semitone above a note of the chord, on which a melody must not stay. */
    const badness = (degree: number) => {
      for (let voice = 0; voice < question.chordNotes; voice++) {
        const above = pitchClassOf(midiOfDegree(scale, 0, degree) - midiOfDegree(scale, 0, chord[voice]));
        if (above === 1) return isLong ? 2.5 : 0.6;
      }
      return 0;
    };

    /** The position in the motif. */
    const motifDegree = ({ parameters, place, seed, step, weight }: BarStep, index: number) => {
      // A phrase that returns is ornamented in its answering bars, more with higher complexity.
      const mayTurn = index > 0 && weight < strongWeight && !hasMainMotif(place.barInPhrase);
      const turn = mayTurn && uniformAt(seed, place.phrase, step + 64) < 0.25 * parameters.rhythmComplexity ? 1 : 0;
      const height = motif.heightAt(index, parameters, contour.energy());
      return reflectDegree(Composer.leadAnchor[0] + height + turn, question.low, question.high);
    };

    return () => {
      const moment = readMoment();
      if (!moment) return;
      const { parameters, tonic, place, step, weight, drive, seed, ticksPerStep } = moment;
      contour.follow(moment);
      lift(moment);
      setQuestion(moment);
      readWalk(moment);
      if (step === 0) hangUp(moment);
      if (!moment.alive || !writer.plays(moment) || melodyRests(moment)) return;
      // The texture plays the notes that the particles ask for beyond that.
      writer.spill(motif.write(moment, place.barInPhrase));
      const barEnd = stepsPerBar(parameters.meter);
      const cadence = isCadence(place.barInPhrase);
      const end = motifSteps(place.barInPhrase, parameters.meter);
      if (step >= end || !hasOnset(rhythm, step)) return;
      const next = stepsToNextOnset(rhythm, step, end);
      const closes = cadence && step + next === end;
      isLong = next * ticksPerStep > longTicks;
      question.isStrong = closes || weight >= strongWeight;
      question.begins = Composer.leadPhrase[0] !== place.phrase;
      question.mayLeap = step + next < end && weightOf(parameters.meter, step + next) < strongWeight;
      question.wanted = motifDegree(moment, motif.onsetsBefore(step));
      const degree = walkTo(walk, question, badness);
      if (degree === -Infinity) {
        writer.spill(1);
        return;
      }
      const midi = midiOfDegree(scale, tonic, degree);
      const gate = 0.95 - 0.4 * parameters.rhythmComplexity * uniformAt(rhythm.seed, 5, step);
      const melody: NoteDraft = {
        midi,
        velocity: 0.5 + 0.25 * weight + 0.2 * drive + 0.06 * (uniformAt(seed, moment.bar, step) - 0.5),
        // The last note of a phrase is long, and leaves a short rest.
        steps: closes ? Math.max(4, (barEnd - step) * 0.8) : Math.min(16, next) * gate,
        rule: 'melody',
        slot: choose(mix(seed ^ (moment.bar * 64 + step)), heightOfMidi(midi)),
      };
      if (!writer.add(moment, melody)) return;
      stepTo(walk, question, degree);
      keepWalk(moment);
      double(moment, degree, question, melody);
    };
  },
};
