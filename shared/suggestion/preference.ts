import { exp, log } from '../math/exact.ts';
import { cholesky, dot, solveLower, solveUpper, times } from './linear.ts';

/**
 * A preference learnt from choices: a Gaussian process over vectors of descriptors. A choice of one among several has the multinomial
 * logit as its likelihood, which for two is the logistic one of a pair; the posterior is Laplace's.
 * @see Chu, Ghahramani 2005, Preference learning with Gaussian processes; Rasmussen, Williams 2006, §3.4–3.5
 */
export interface Preference {
  /** Learns that a vector was chosen and the others of the same length were not. Choosing from nothing teaches nothing. */
  choose(chosen: Float64Array, others: readonly Float64Array[]): void;
  /** Mean and standard deviation of the utility of a vector, in units of the noise of a choice. */
  judge(values: Float64Array): Judgement;
  /** How many choices it has learnt from. */
  readonly choices: number;
}

export interface Judgement {
  mean: number;
  deviation: number;
}

/** The chosen vector and one that was not. */
type Pair = readonly [chosen: Float64Array, other: Float64Array];

/**
 * A user who seeks a vector likes others by their square distance from it. Of one sought near the middle of the corpus, that is a prior
 * that falls with the mean square of a vector, and a linear part whose slope is unknown; a curved part bears all else.
 */
const fall = 2;
const linearVariance = 2;
const curvedVariance = 2;
/** Root mean square difference of the descriptors over which the curved part stays alike. */
const reach = 1.4;
/** Older choices are forgotten: the work grows with the cube of their number. */
const maxChoices = 20;
const maxNewtonSteps = 30;
/** Gain of a step in log probability below which it is the last. */
const settled = 1e-9;

/** Prior mean of the utility of a vector. */
const priorMean = (values: Float64Array) => (-fall * dot(values, values)) / values.length;

/** Prior covariance of the utilities of two vectors. */
function covariance(a: Float64Array, b: Float64Array): number {
  let square = 0;
  for (let i = 0; i < a.length; i++) square += (a[i] - b[i]) * (a[i] - b[i]);
  return (linearVariance * dot(a, b)) / a.length + curvedVariance * exp(-square / (2 * a.length * reach * reach));
}

/** Covariance of the utility of a vector with the lead of a pair: the utility of the chosen one less that of the other. */
const withLead = (values: Float64Array, [chosen, other]: Pair) => covariance(values, chosen) - covariance(values, other);

/** The pairs of a choice: from the first to before the second place. */
type Span = readonly [from: number, to: number];

/** The same for many pairs; those of one choice follow one another, and share the chosen one. */
function withLeads(values: Float64Array, pairs: readonly Pair[]): Float64Array {
  let last: Float64Array | null = null;
  let lastCovariance = 0;
  return Float64Array.from(pairs, ([chosen, other]) => {
    if (chosen !== last) lastCovariance = covariance(values, chosen);
    last = chosen;
    return lastCovariance - covariance(values, other);
  });
}

/** A posterior: the weight of each pair in the mean, and what the variance is computed from. */
interface Posterior {
  weights: Float64Array;
  /** Row by row: the root of the curvature of the likelihood, and the factor of 1 + rootᵀ · covariance · root. */
  root: Float64Array;
  factor: Float64Array;
}

/**
 * Writes slope and root of the curvature of the log likelihood of a choice, whose leads are in `from`..`to`.
 * The probability of the choice is 1 / (1 + Σ exp(−lead)).
 */
function slopeOfChoice(leads: Float64Array, [from, to]: Span, slope: Float64Array, root: Float64Array): void {
  const size = leads.length;
  const count = to - from;
  const least = Math.min(0, ...leads.subarray(from, to));
  const odds = leads.subarray(from, to).map((lead) => exp(least - lead));
  const sum = odds.reduce((total, value) => total + value, exp(least));
  const curvature = new Float64Array(count * count);
  for (let i = 0; i < count; i++) {
    const p = odds[i] / sum;
    slope[from + i] = p;
    for (let j = 0; j < count; j++) curvature[i * count + j] = (i === j ? p + 1e-9 : 0) - (p * odds[j]) / sum;
  }
  const part = cholesky(curvature, count);
  for (let i = 0; i < count; i++) root.set(part.subarray(i * count, (i + 1) * count), (from + i) * size + from);
}

const plus = (a: Float64Array, b: Float64Array, share: number) => Float64Array.from(a, (value, i) => value + share * b[i]);
const minus = (a: Float64Array, b: Float64Array) => plus(a, b, -1);

/** Returns rootᵀ · vector. */
function timesTransposed(root: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  const product = new Float64Array(size);
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++) product[column] += root[row * size + column] * vector[row];
  return product;
}

/** Returns the factor of 1 + rootᵀ · prior · root. */
function factorOf(prior: Float64Array, root: Float64Array, size: number): Float64Array {
  const inner = new Float64Array(size * size);
  const column = new Float64Array(size);
  for (let c = 0; c < size; c++) {
    for (let row = 0; row < size; row++) column[row] = root[row * size + c];
    const product = timesTransposed(root, times(prior, column));
    for (let row = c; row < size; row++) inner[row * size + c] = product[row] + (row === c ? 1 : 0);
  }
  return cholesky(inner, size);
}

/** Log of prior times likelihood of leads, up to a constant; `weights`: prior⁻¹ · (leads − means). */
function worthOf(leads: Float64Array, weights: Float64Array, means: Float64Array, spans: readonly Span[]): number {
  let worth = -dot(minus(leads, means), weights) / 2;
  for (const [from, to] of spans) {
    const least = Math.min(0, ...leads.subarray(from, to));
    let sum = exp(least);
    for (let i = from; i < to; i++) sum += exp(least - leads[i]);
    worth -= log(sum) - least;
  }
  return worth;
}

/** Returns the posterior of the leads of all pairs, by Newton's method from their prior means and `prior`, their covariance. */
function posteriorOf(means: Float64Array, prior: Float64Array, spans: readonly Span[]): Posterior {
  const size = means.length;
  const slope = new Float64Array(size);
  const root = new Float64Array(size * size);
  let leads = means.slice();
  let weights = new Float64Array(size);
  let worth = worthOf(leads, weights, means, spans);
  let factor: Float64Array = root;
  for (let step = 0; step < maxNewtonSteps; step++) {
    for (const span of spans) slopeOfChoice(leads, span, slope, root);
    factor = factorOf(prior, root, size);
    const curved = times(root, timesTransposed(root, minus(leads, means)));
    const target = slope.map((value, i) => value + curved[i]);
    const inner = solveUpper(factor, solveLower(factor, timesTransposed(root, times(prior, target))));
    const turn = minus(minus(target, times(root, inner)), weights);
    const move = times(prior, turn);
    // A whole step can overshoot where the likelihood is flat.
    for (let share = 1; share > 1 / 256; share /= 2) {
      const [nextLeads, nextWeights] = [plus(leads, move, share), plus(weights, turn, share)];
      const next = worthOf(nextLeads, nextWeights, means, spans);
      if (next < worth) continue;
      const gain = next - worth;
      [leads, weights, worth] = [nextLeads, nextWeights, next];
      if (gain < settled) return { weights, root, factor };
      break;
    }
  }
  return { weights, root, factor };
}

/** Returns a preference that knows nothing yet. */
export function createPreference(): Preference {
  const learnt: Pair[][] = [];
  let choices = 0;
  let pairs: Pair[] = [];
  let posterior: Posterior | null = null;

  function learn(): Posterior {
    pairs = learnt.flat();
    const size = pairs.length;
    const prior = new Float64Array(size * size);
    for (let row = 0; row < size; row++)
      for (let column = 0; column <= row; column++) {
        const [chosen, other] = pairs[row];
        const value = withLead(chosen, pairs[column]) - withLead(other, pairs[column]);
        prior[row * size + column] = value;
        prior[column * size + row] = value;
      }
    let end = 0;
    const spans = learnt.map((choice) => [end, (end += choice.length)] as const);
    return posteriorOf(
      Float64Array.from(pairs, ([chosen, other]) => priorMean(chosen) - priorMean(other)),
      prior,
      spans,
    );
  }

  return {
    get choices() {
      return choices;
    },
    choose(chosen, others) {
      if (others.length === 0) return;
      const kept = chosen.slice();
      learnt.push(others.map((other) => [kept, other.slice()] as const));
      if (learnt.length > maxChoices) learnt.shift();
      choices++;
      posterior = null;
    },
    judge(values) {
      const variance = covariance(values, values);
      if (learnt.length === 0) return { mean: priorMean(values), deviation: Math.sqrt(variance) };
      posterior ??= learn();
      const known = withLeads(values, pairs);
      const told = solveLower(posterior.factor, timesTransposed(posterior.root, known));
      return { mean: priorMean(values) + dot(known, posterior.weights), deviation: Math.sqrt(Math.max(0, variance - dot(told, told))) };
    },
  };
}
