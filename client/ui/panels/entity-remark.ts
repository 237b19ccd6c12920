import { remarkOfEmitter, remarkOfWell } from '../../../shared/idle/index.ts';
import { type Emitter, emitterFields, type UniverseDocument, type Well, wellFields } from '../../../shared/universe/index.ts';
import { remarkWords } from '../parts/remark-words.ts';

/** Says why a field of an emitter or a well has no effect, or a limited one; '' if it acts. `idle`: it has none. */
export function entityRemark(
  document: UniverseDocument,
  kind: 'emitter' | 'well',
  entity: Emitter | Well,
  name: string,
): { text: string; idle: boolean } {
  const isEmitter = kind === 'emitter';
  const remark = isEmitter ? remarkOfEmitter(document, entity as Emitter, name) : remarkOfWell(document, entity as Well, name);
  const owner = { fields: isEmitter ? emitterFields : wellFields, values: entity as unknown as Record<string, number | string> };
  return { text: remark ? remarkWords(remark, document.parameters, owner) : '', idle: remark?.effect === 'none' };
}
