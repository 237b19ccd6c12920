import { type FieldBuilder, schema, type SchemaType, t } from '@colyseus/schema';
import { type Field, type FieldValue, registry } from '../parameters/index.ts';
import { emitterFields, type LockGroup, wellFields } from '../universe/index.ts';
import type { MemberRole } from './messages.ts';
import type { Attention } from './presence.ts';

type StateFields<R extends Record<string, Field>> = { [K in keyof R]: FieldBuilder<FieldValue<R[K]>> };

/** A synchronised field for each described field; numbers are sent as float64, so that they arrive unchanged. */
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

/** A member of the room. Cursors move too often for the state: they come by messages. */
export const MemberState = schema(
  {
    id: t.string(),
    name: t.string(),
    colour: t.string(),
    role: t.string<MemberRole>(),
    /** Key of the control being moved, or ''. */
    editing: t.string().default(''),
    /** Id of the emitter or well that they have selected, or ''. */
    selected: t.string().default(''),
    attention: t.string<Attention>().default('here'),
    /** Id of the member whose view they are shown, or ''. */
    following: t.string().default(''),
    /** Above 0 while their hand is raised: a hand that was raised later has a higher number. */
    raised: t.float64().default(0),
    /** Muted by the owner: they may neither write nor play. */
    muted: t.boolean().default(false),
    /** False while the room waits for a dropped connection to come back. */
    connected: t.boolean().default(true),
  },
  'Member',
);
export type MemberState = SchemaType<typeof MemberState>;

/** The member who changed a parameter last; the name and colour stay when the member has left. */
export const EditorState = schema({ memberId: t.string(), name: t.string(), colour: t.string() }, 'Editor');

/** All that a room shares besides the log of edits: the current document, and the members. */
export const UniverseState = schema(
  {
    /** Version of the document's form. */
    version: t.float64().default(0),
    seed: t.float64().default(0),
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
    /** As JSON, '' for none: it is large, rarely changes, and is only used as a whole. */
    storyboard: t.string().default(''),
    /** By member id. */
    members: t.map(MemberState),
    /** By parameter key, or `emitter:ID`, `well:ID`, `affinities`. */
    editedBy: t.map(EditorState),
    /** Id of the member who presents, or '': the others see their view. */
    presenterId: t.string().default(''),
    /** The parts that only the owner changes. */
    locks: t.array<LockGroup>('string'),
    /** True when spectators may write in the chat. */
    spectatorsWrite: t.boolean().default(false),
    playing: t.boolean().default(true),
    /** About the current tick, refreshed once a second; `confirm` messages are the clock. */
    tick: t.float64().default(0),
    epoch: t.float64().default(0),
  },
  'Universe',
);
export type UniverseState = SchemaType<typeof UniverseState>;
