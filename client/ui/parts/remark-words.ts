import { type Field, parameters, type ParameterValues } from '../../../shared/parameters/index.ts';
import type { Remark, Settings } from '../../../shared/idle/index.ts';
import { emitterFields, wellFields } from '../../../shared/universe/index.ts';
import { language } from '../../words/languages.ts';
import { sayOfRegistry } from '../../words/of-registry.ts';
import type { Sentence } from '../../words/sentences.ts';
import { say } from '../../words/words.ts';
import { describeValue, formatNumber, inSentence } from '../format.ts';

/** The emitter or well whose fields a remark may name. */
export interface Owner {
  readonly fields: Readonly<Record<string, Field>>;
  readonly values: Readonly<Record<string, number | string>>;
}

/** Made once for each language: panels that follow the simulation say their remarks with every frame. */
const lists = new Map<string, Intl.ListFormat>();

function listed(items: readonly string[]): string {
  const spoken = language();
  const list = lists.get(spoken) ?? new Intl.ListFormat(spoken, { type: 'conjunction' });
  lists.set(spoken, list);
  return list.format(items);
}

/** Says a value without its unit, as it is on its control. */
const shortly = (field: Field, value: number | string | boolean): string =>
  typeof value === 'number' ? formatNumber(value) : describeValue(field, value);

/** Says which values some settings have: `Turbulence is 0`. Those with the same value share it. */
function conditionsOf({ keys, own }: Settings, values: ParameterValues, owner: Owner | undefined): string {
  const names = new Map<string, string[]>();
  const add = (field: Field, value: number | string | boolean) => {
    const said = shortly(field, value);
    names.set(said, [...(names.get(said) ?? []), sayOfRegistry(field.label)]);
  };
  for (const key of keys) add(parameters[key], values[key]);
  for (const name of own) if (owner) add(owner.fields[name]!, owner.values[name]!);
  return listed(
    Array.from(names, ([value, some]) =>
      some.length === 1
        ? say('{names} is {value}', { names: some[0]!, value })
        : say('{names} are {value}', { names: listed(some), value }),
    ),
  );
}

/** Reasons in a field of all emitters or wells, with its label. */
const named = {
  'weak-wells': ['No effect: {name} of all wells is 0', wellFields.strength.label],
  'own-kinds': ['No effect: each well has its own {name}', wellFields.kind.label],
  'own-falloffs': ['No effect: each well has its own {name}', wellFields.falloff.label],
  'still-emitters': ['No effect: {name} of all emitters is 0', emitterFields.speed.label],
  'no-heavy-bodies': ['No effect without heavy bodies: {name} of all emitters is 0', emitterFields.mass.label],
} as const satisfies Partial<Record<Remark['code'], readonly [Sentence, string]>>;

type NamedCode = keyof typeof named;
type PlainCode = Exclude<Remark['code'], NamedCode | 'values' | 'silent-parts' | 'on-off' | 'scale-only'>;

const plain: Readonly<Record<PlainCode, Sentence>> = {
  'all-silent': 'No effect while all parts are silent',
  'no-wells': 'No effect: there are no wells',
  'nothing-emitted': 'No effect: no emitter emits particles',
  'aimless-emitters': 'No effect: no emitter has a direction',
  'equal-affinities': 'No effect: all affinities are equal',
  'only-emitter': 'The only emitter emits everything, at any value above 0',
};

/** Says why a control has no effect, or a limited one, by the labels and the present values of what keeps it from acting. */
export function remarkWords(remark: Remark, values: ParameterValues, owner?: Owner): string {
  switch (remark.code) {
    case 'values':
      return say('No effect while {conditions}', { conditions: conditionsOf(remark, values, owner) });
    case 'on-off':
      return say('Only on or off while {conditions}', { conditions: conditionsOf(remark, values, owner) });
    case 'scale-only':
      return say('While {conditions}, it only scales how places sound and look', { conditions: conditionsOf(remark, values, owner) });
    case 'silent-parts': {
      const parts = remark.keys.map((key) => sayOfRegistry(parameters[key].label));
      return parts.length === 1
        ? say('No effect while {part} is silent', { part: parts[0]! })
        : say('No effect while {parts} are silent', { parts: listed(parts) });
    }
    case 'own-kinds':
    case 'own-falloffs': {
      const [sentence, name] = named[remark.code];
      return say(sentence, { name: inSentence(sayOfRegistry(name)) });
    }
    case 'weak-wells':
    case 'still-emitters':
    case 'no-heavy-bodies': {
      const [sentence, name] = named[remark.code];
      return say(sentence, { name: sayOfRegistry(name) });
    }
    case 'all-silent':
    case 'no-wells':
    case 'nothing-emitted':
    case 'aimless-emitters':
    case 'equal-affinities':
    case 'only-emitter':
      return say(plain[remark.code]);
  }
}
