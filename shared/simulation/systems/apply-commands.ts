import { applyEdit, canonicalDocument, refuseEdit } from '../../universe/index.ts';
import { closeGap, syncEntities } from '../entities.ts';
import { beginAgain } from '../begin-again.ts';
import type { System } from '../world.ts';

/** Applies the edits of this step to the document and to the entities that stand for it. */
export const applyCommands: System = {
  name: 'apply-commands',
  reads: ['Emitter'],
  // A restart begins everything anew.
  writes: [
    'Emitter',
    'Well',
    'Clock',
    'Position',
    'Velocity',
    'Life',
    'Look',
    'Body',
    'Bodies',
    'Voice',
    'Senses',
    'Modulation',
    'Composer',
    'Hands',
  ],
  build: (world) => () => {
    if (world.commands.length === 0) return;
    for (const { edit } of world.commands) {
      // The room refuses what can't be applied; a log that holds such an edit all the same passes over it everywhere alike.
      if (refuseEdit(world.document, edit)) continue;
      closeGap(world, edit);
      world.document = canonicalDocument(applyEdit(world.document, edit));
      if (edit.kind === 'restart') beginAgain(world);
    }
    syncEntities(world);
  },
};
