import { effect } from '@preact/signals-core';
import type { ParameterValues } from '../../../../shared/parameters/index.ts';
import { ticksPerSecond } from '../../../../shared/simulation/world.ts';
import { applyEdit, type Edit, type UniverseDocument } from '../../../../shared/universe/index.ts';
import { createEngine } from '../../../engine/engine.ts';
import type { Store } from '../../../store/store.ts';
import { changedValues } from '../../../store/template-draft.ts';
import { followSize, sizeOf } from '../../stage/follow-size.ts';
import { createPicture } from '../../picture/picture.ts';
import { wantedQuality } from '../../picture/wanted-quality.ts';
import { newCanvas } from '../../stage/stage-canvas.ts';

const tickMs = 1000 / ticksPerSecond;
/** Interval at which ticks are confirmed. */
const confirmMs = 100;

/** A local universe without members: it is visible, silent, and not stored. */
export interface Preview {
  /** Continues with these values. */
  set(parameters: ParameterValues): void;
  dispose(): void;
}

/** Shows the universe of a document in an element, from its beginning. */
export function startPreview(store: Store, host: HTMLElement, document: UniverseDocument): Preview {
  let authoredDocument = document;
  let tick = 0;
  let sequence = 0;
  const startedAt = performance.now();

  const scene = () => ({ authoredDocument, playing: true, reducedMotion: store.isMotionReduced.value });
  const engine = createEngine(1);
  const picture = createPicture({
    size: sizeOf(host),
    scene: scene(),
    fixedQuality: wantedQuality(store),
    newCanvas: () => newCanvas(host),
    read: () => sizes.check(),
    firstFrame: () => {
      host.dataset.isSeen = 'true';
    },
    failed: () => {},
    giveBack: (buffer) => engine.giveBack(buffer),
  });
  const sizes = followSize(host, (size) => picture.setSize(size));
  engine.listen({ frames: (memory) => picture.showFrames(memory) });
  engine.start({ document, snapshot: null, edits: [], tick: 0, playing: true, batchMs: confirmMs });

  const timer = setInterval(() => {
    tick = Math.floor((performance.now() - startedAt) / tickMs);
    engine.confirm(tick, true);
  }, confirmMs);
  const stopScene = effect(() => picture.setScene(scene()));

  return {
    set(parameters) {
      const edit: Edit = { kind: 'parameters.set', values: changedValues(authoredDocument.parameters, parameters) };
      sequence += 1;
      // The simulation may have reached this tick already.
      const at = tick + 1;
      authoredDocument = applyEdit(authoredDocument, edit, at);
      engine.applyEdits([{ sequence, tick: at, edit }]);
      picture.setScene(scene());
    },
    dispose() {
      clearInterval(timer);
      sizes.stop();
      stopScene();
      picture.dispose();
      engine.dispose();
      host.replaceChildren();
    },
  };
}
