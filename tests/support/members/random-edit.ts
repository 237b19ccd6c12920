import { uniformAt } from '../../../shared/math/generator.ts';
import { affinityCount, defaultDocument, type Edit, speciesCount } from '../../../shared/universe/index.ts';

const { emitters, wells } = defaultDocument();
/** Few ids, so that an edit often changes what another member has just removed. */
const names = ['a', 'b', 'c'];

/** Returns the `index`th edit of a seed: of many kinds, also edits of removed emitters and wells, which are rejected. */
export function randomEdit(seed: number, index: number): Edit {
  const draw = (key: number) => uniformAt(seed, index, key);
  const among = <T>(values: readonly T[], key: number): T => values[Math.floor(draw(key) * values.length)]!;
  const id = among(names, 2);
  const x = Math.round(draw(3) * 100) / 10;
  switch (Math.floor(draw(1) * 10)) {
    case 0:
      return { kind: 'well.add', well: { ...wells[0]!, id, x } };
    case 1:
      return { kind: 'well.remove', id };
    case 2:
      return { kind: 'well.set', id, values: { x } };
    case 3:
      return { kind: 'emitter.add', emitter: { ...emitters[0]!, id, x } };
    case 4:
      return { kind: 'emitter.remove', id };
    case 5:
      return { kind: 'emitter.set', id, values: { x } };
    case 6: {
      const cell = Math.floor(draw(4) * affinityCount);
      return { kind: 'affinities.set', cells: [{ of: Math.floor(cell / speciesCount), towards: cell % speciesCount, value: x / 10 }] };
    }
    default:
      return { kind: 'parameters.set', values: { gravity: x, tempo: 60 + Math.floor(draw(5) * 100) } };
  }
}
