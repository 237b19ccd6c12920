import { applyEdit, canonicalDocument, partsOf, refuseEdit } from '../../universe/index.ts';
import { closeGap, syncEntities } from '../entities.ts';
import { beginAgain } from '../begin-again.ts';
import { setTheStage } from '../set-the-stage.ts';
import type { System } from '../world.ts';

/** Applies the edits of this step to the document, advances its storyboard, and updates the entities to the result. */
export const applyCommands: System = {
  name: 'apply-commands',
  reads: ['Emitter', 'Clock.tick', 'Clock.beatTick'],
  // A restart resets everything.
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
    for (const { edit, tick } of world.commands) {
      // The room refuses edits that cannot be applied; every simulation skips such an edit if a log holds one.
      if (refuseEdit(world.authoredDocument, edit)) continue;
      for (const part of partsOf(edit)) {
        closeGap(world, part);
        world.authoredDocument = canonicalDocument(applyEdit(world.authoredDocument, part, tick));
        setTheStage(world);
      }
      if (edit.kind === 'restart') beginAgain(world);
    }
    if (setTheStage(world) || world.commands.length > 0) syncEntities(world);
  },
};
