import { type FieldBuilder, schema, type SchemaType, t } from '@colyseus/schema';
import { type Field, type FieldValue, registry } from '../parameters/index.ts';
import { emitterFields, wellFields } from '../universe/index.ts';

type StateFields<R extends Record<string, Field>> = { [K in keyof R]: FieldBuilder<FieldValue<R[K]>> };

/** One synchronised field for each described field; numbers travel as float64, so that they arrive as they were sent. */
function stateFields<R extends Record<string, Field>>(fields: R): StateFields<R> {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, stateField(field)])) as unknown as StateFields<R>;
}

function stateField(field: Field) {
  switch (field.kind) {
    case 'number':
    case 'integer':
      return t.float64().default(field.default);
    case 'switch':
      return t.boolean().default(field.default);
    case 'choice':
    case 'colour':
    case 'pitches':
    case 'bitmap':
      return t.string().default(field.default);
  }
}

const PhysicsState = schema(stateFields(registry.physics), 'Physics');
const MusicState = schema(stateFields(registry.music), 'Music');
const AudioState = schema(stateFields(registry.audio), 'Audio');
const VisualizationState = schema(stateFields(registry.visualization), 'Visualization');
const CouplingState = schema(stateFields(registry.coupling), 'Coupling');

export const EmitterState = schema({ id: t.string(), ...stateFields(emitterFields) }, 'Emitter');
export const WellState = schema({ id: t.string(), ...stateFields(wellFields) }, 'Well');

/** Somebody in the room. The cursor is in metres, in the space of the universe. */
export const MemberState = schema(
  {
    id: t.string(),
    name: t.string(),
    colour: t.string(),
    role: t.string<'owner' | 'editor' | 'viewer' | 'spectator'>(),
    x: t.float64().default(0),
    y: t.float64().default(0),
    z: t.float64().default(0),
    /** Whether the cursor is over the stage. */
    visible: t.boolean().default(false),
    /** Key of the control being moved, or ''. */
    editing: t.string().default(''),
    /** False while the room waits for a dropped connection to come back. */
    connected: t.boolean().default(true),
  },
  'Member',
);
export type MemberState = SchemaType<typeof MemberState>;

/** Who changed a parameter last; the name and colour stay when the member has left. */
export const EditorState = schema({ memberId: t.string(), name: t.string(), colour: t.string() }, 'Editor');

/** All that a room shares beside the log of edits. */
export const UniverseState = schema(
  {
    physics: t.ref(PhysicsState),
    music: t.ref(MusicState),
    audio: t.ref(AudioState),
    visualization: t.ref(VisualizationState),
    coupling: t.ref(CouplingState),
    /** By id. */
    emitters: t.map(EmitterState),
    /** By id. */
    wells: t.map(WellState),
    /** `of × speciesCount + towards`. */
    affinities: t.array('float64'),
    /** By member id. */
    members: t.map(MemberState),
    /** By parameter key, or `emitter:ID`, `well:ID`, `affinities`. */
    editedBy: t.map(EditorState),
    playing: t.boolean().default(true),
    /** About the present tick, refreshed once a second; `confirm` messages are the clock. */
    tick: t.float64().default(0),
    epoch: t.float64().default(0),
  },
  'Universe',
);
export type UniverseState = SchemaType<typeof UniverseState>;
