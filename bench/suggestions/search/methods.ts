import { type ParameterKey, parameterOf, type ParameterValue, fromPosition } from '../../../shared/parameters/index.ts';
import {
  type Axis,
  bred,
  type Candidate,
  createInformedPreference,
  freeParameters,
  movedTo,
  mutated,
  pickGallery,
  type PadPlace,
  placeOf,
  type Preference,
} from '../../../shared/suggestion/index.ts';
import type { UniverseDocument } from '../../../shared/universe/index.ts';
import { type Describer, everything, type SimulatedUser } from './users.ts';

/** A way to search: what a user does in a round. Returns the universe that they hold after it. */
export type Round = (held: Candidate, round: number) => Candidate;
export type Method = (user: SimulatedUser, describer: Describer) => Round;

/** Candidates that are described for a gallery: what one worker does in some three seconds. */
const poolSize = 20;
const shownCount = 8;
const sliderValues = 9;

const keyOf = (user: SimulatedUser) => Math.floor(user.draw() * 0x7fffffff);
const describedBy = (user: SimulatedUser, describer: Describer, documents: readonly UniverseDocument[]) =>
  documents.flatMap((document) => describer(user.start.document, document) ?? []);

/** A gallery by a preference that learns from what is chosen; it remembers all that was described for it. */
function galleryOf(user: SimulatedUser, describer: Describer) {
  const informed = createInformedPreference(user.library.map((candidate) => user.seen(candidate).values));
  const preference: Preference = {
    choose: informed.choose,
    // Drafts are foreseen whole: what the model does not know of them is taken away here.
    judge: (values) => informed.judge(user.masked(values)),
    get choices() {
      return informed.choices;
    },
  };
  const views = new Map<Candidate, Candidate>();
  const viewOf = (candidate: Candidate) => {
    const view = user.seen(candidate);
    views.set(view, candidate);
    return view;
  };
  const wholeOf = (view: Candidate) => views.get(view) ?? view;
  let stock: Candidate[] = [];
  const learn = (chosen: Candidate, shown: readonly Candidate[]) =>
    preference.choose(
      viewOf(chosen).values,
      shown.filter((candidate) => candidate !== chosen).map((candidate) => viewOf(candidate).values),
    );
  return {
    learn,
    round(held: Candidate): Candidate {
      const library = [...user.library, ...stock].map(viewOf);
      const documents = bred(held, library, preference, everything, { key: keyOf(user), count: poolSize });
      stock = [...stock, ...describedBy(user, describer, documents)].filter((candidate) => candidate !== held);
      const picked = pickGallery(stock.map(viewOf), viewOf(held), preference, shownCount).map(wholeOf);
      const shown = [held, ...picked];
      stock = stock.filter((candidate) => !picked.includes(candidate));
      const chosen = user.pick(shown);
      learn(chosen, shown);
      return chosen;
    },
  };
}

/** The axes of the two pads. */
const pads: readonly (readonly [Axis, Axis])[] = [
  ['wild', 'bright'],
  ['dense', 'tense'],
];

/** Returns the places that a user tries on a pad: they know which way it should go, and not how far. */
function placesOf(user: SimulatedUser, from: PadPlace, target: PadPlace, [x, y]: readonly [Axis, Axis]): Partial<PadPlace>[] {
  return Array.from({ length: shownCount }, (_, i) => {
    const share = 0.25 + (1.25 * i) / (shownCount - 1);
    const swing = () => 0.3 * (user.draw() - 0.5);
    return { [x]: from[x] + share * (target[x] - from[x]) + swing(), [y]: from[y] + share * (target[y] - from[y]) + swing() };
  });
}

/** A move on the pad that is further from what is sought, to the best of several places on it. */
function knobMove(user: SimulatedUser, describer: Describer, held: Candidate): { chosen: Candidate; shown: Candidate[] } {
  const [from, target] = [placeOf(held.values), placeOf(user.target)];
  const length = ([x, y]: readonly [Axis, Axis]) => Math.hypot(target[x] - from[x], target[y] - from[y]);
  const pad = pads.toSorted((a, b) => length(b) - length(a))[0];
  const documents = placesOf(user, from, target, pad).map((place) => movedTo(held.document, from, place, everything));
  const shown = [held, ...describedBy(user, describer, documents)];
  return { chosen: user.pick(shown), shown };
}

/** A parameter drawn by chance, set to the best of values over its whole range. */
function sliderMove(user: SimulatedUser, describer: Describer, held: Candidate): Candidate {
  const keys = freeParameters(everything).filter((key) => parameterOf(key).kind !== 'colour' && parameterOf(key).kind !== 'pitches');
  const key = keys[Math.floor(user.draw() * keys.length)];
  const documents = sliderPlaces(key).map((value) => ({ ...held.document, parameters: { ...held.document.parameters, [key]: value } }));
  return user.pick([held, ...describedBy(user, describer, documents)]);
}

function sliderPlaces(key: ParameterKey): ParameterValue[] {
  const field = parameterOf(key);
  switch (field.kind) {
    case 'number':
    case 'integer':
      return Array.from({ length: sliderValues }, (_, i) => fromPosition(field, i / (sliderValues - 1)));
    case 'choice':
      return field.choices.slice(0, sliderValues);
    case 'switch':
      return [false, true];
    case 'colour':
    case 'pitches':
      return [];
  }
}

/** The methods that are compared. */
export const methods = {
  'gallery and pads in turn': (user, describer) => {
    const gallery = galleryOf(user, describer);
    return (held, round) => {
      if (round % 2 === 0) return gallery.round(held);
      const { chosen, shown } = knobMove(user, describer, held);
      gallery.learn(chosen, shown);
      return chosen;
    };
  },
  gallery: (user, describer) => galleryOf(user, describer).round,
  pads: (user, describer) => (held) => knobMove(user, describer, held).chosen,
  'random gallery': (user, describer) => (held) => {
    const documents = Array.from({ length: shownCount }, () => mutated(held.document, { ...everything, amount: 0.6 }, keyOf(user)));
    return user.pick([held, ...describedBy(user, describer, documents)]);
  },
  slider: (user, describer) => (held) => sliderMove(user, describer, held),
} as const satisfies Record<string, Method>;
export type MethodName = keyof typeof methods;
