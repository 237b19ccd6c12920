import { computed, signal } from '@preact/signals-core';
import type { Me, TemplateSummary, UniverseSummary } from '../../shared/api/contract.ts';
import type { FrameScalars } from '../../shared/simulation/frame-layout.ts';
import { defaultDocument, type UniverseDocument } from '../../shared/universe/index.ts';
import type { MemberRole } from '../../shared/room/messages.ts';
import { clearListening, createListeningSlice } from './listening.ts';
import { noRecording, type RecordingView } from './recording.ts';
import { type DriveView, type KeysView, type MidiView, noDrive, noKeys, noMidi } from './hands.ts';
import type { Route } from './routes.ts';

export interface GalleryView {
  status: 'loading' | 'ready' | 'failed';
  message: string;
  templates: TemplateSummary[];
  mine: UniverseSummary[];
  recent: UniverseSummary[];
}

export interface UniverseView {
  id: string;
  name: string;
  description: string;
  templateId: string | null;
  role: MemberRole;
  isPublic: boolean;
  linkRole: 'editor' | 'viewer';
}

export interface MemberView {
  id: string;
  name: string;
  colour: string;
  role: MemberRole;
  isMe: boolean;
  cursor: { x: number; y: number; z: number } | null;
  /** Key of the control that they are moving, or ''. */
  editing: string;
}

/** Who moved a parameter last. */
export interface Touch {
  name: string;
  colour: string;
}

export type ConnectionStatus = 'connecting' | 'online' | 'reconnecting' | 'refused' | 'closed';

export interface AudioView {
  state: 'waiting' | 'starting' | 'running' | 'suspended' | 'unavailable';
  message: string;
  muted: boolean;
  /** Level of what is heard, dBFS. */
  rmsDb: number;
  peakDb: number;
}

export interface PictureView {
  kind: 'starting' | 'webgpu' | 'canvas';
  /** The thread that draws: one of its own, or the page's. */
  thread: 'worker' | 'page';
  /** Pictures drawn on the present device. */
  framesDrawn: number;
  notice: string | null;
  /** Share of the particles that is drawn, 0..1. */
  drawnShare: number;
  /** Sparks in the whole picture. */
  sparks: number;
  /** Drawn pixels for each pixel of the screen, along one side. */
  resolutionScale: number;
  /** Halvings of the picture that the glow is made of. */
  bloomLevels: number;
  /** Cost of a frame, and the time that the display shows one. */
  frameMilliseconds: number;
  refreshMilliseconds: number;
  /** How far this device is behind the room, in seconds. */
  lagSeconds: number;
}

/** A short message that goes away by itself. */
export interface Toast {
  id: number;
  tone: 'info' | 'error';
  text: string;
}

/** A point of the scene as it lies on the screen, in CSS pixels. */
export interface StageMark {
  kind: 'emitter' | 'well' | 'cursor' | 'player';
  id: string;
  label: string;
  colour: string;
  x: number;
  y: number;
  /** Factor of its size, 1 and above. */
  swell: number;
}

const quiet: AudioView = { state: 'waiting', message: '', muted: false, rmsDb: -100, peakDb: -100 };
const blank: PictureView = {
  kind: 'starting',
  thread: 'page',
  framesDrawn: 0,
  notice: null,
  drawnShare: 1,
  sparks: 0,
  resolutionScale: 1,
  bloomLevels: 0,
  frameMilliseconds: 0,
  refreshMilliseconds: 0,
  lagSeconds: 0,
};

/** All that the interface shows, by slice. Only `app` writes here. */
export function createStore() {
  const universe = signal<UniverseView | null>(null);
  return {
    route: signal<Route>({ page: 'gallery' }),
    me: signal<Me | null>(null),
    gallery: signal<GalleryView>({ status: 'loading', message: '', templates: [], mine: [], recent: [] }),

    universe,
    /** The document as confirmed by the room, with what one's own hand has just moved laid over it. */
    document: signal<UniverseDocument>(defaultDocument()),
    touches: signal<Readonly<Record<string, Touch>>>({}),
    playing: signal(true),
    members: signal<readonly MemberView[]>([]),
    connection: signal<{ status: ConnectionStatus; message: string }>({ status: 'connecting', message: '' }),
    canEdit: computed(() => universe.value?.role === 'owner' || universe.value?.role === 'editor'),

    scalars: signal<FrameScalars | null>(null),
    audio: signal<AudioView>(quiet),
    picture: signal<PictureView>(blank),
    marks: signal<readonly StageMark[]>([]),
    selected: signal<string | null>(null),
    listening: createListeningSlice(),

    /** Colours of the species, `#rrggbb`, as the palette of the picture has them. */
    speciesColours: signal<readonly string[]>([]),

    keys: signal<KeysView>(noKeys),
    /** Keys, as MIDI numbers, that one's own hands hold, and those that are heard, whoever plays them. */
    pressed: signal<ReadonlySet<number>>(new Set()),
    sounding: signal<ReadonlySet<number>>(new Set()),
    midi: signal<MidiView>(noMidi),
    drive: signal<DriveView>(noDrive),

    panel: signal<PanelName | null>('physics'),
    dialog: signal<DialogName | null>(null),
    recording: signal<RecordingView>(noRecording),
    toasts: signal<readonly Toast[]>([]),
  };
}

export type Store = ReturnType<typeof createStore>;

export type DialogName = 'share' | 'shortcuts' | 'record' | 'connect';

export const panelNames = ['physics', 'music', 'audio', 'visualization', 'coupling', 'things', 'mixer'] as const;
export type PanelName = (typeof panelNames)[number];

/** Puts the slices of one universe back to how they are before it is open. */
export function clearUniverse(store: Store): void {
  store.universe.value = null;
  store.document.value = defaultDocument();
  store.touches.value = {};
  store.playing.value = true;
  store.members.value = [];
  store.connection.value = { status: 'connecting', message: '' };
  store.scalars.value = null;
  store.audio.value = quiet;
  store.picture.value = blank;
  store.marks.value = [];
  store.selected.value = null;
  clearListening(store.listening);
  store.keys.value = noKeys;
  store.pressed.value = new Set();
  store.sounding.value = new Set();
  store.midi.value = noMidi;
  store.drive.value = noDrive;
  store.dialog.value = null;
  store.recording.value = noRecording;
}

const toastMs = 6000;
let nextToast = 1;

/** Shows a toast for a while; one with the same words is not shown twice. */
export function showToast(store: Store, tone: Toast['tone'], text: string): void {
  if (store.toasts.value.some((toast) => toast.text === text)) return;
  const toast: Toast = { id: nextToast++, tone, text };
  store.toasts.value = [...store.toasts.value.slice(-2), toast];
  setTimeout(() => {
    store.toasts.value = store.toasts.value.filter((shown) => shown.id !== toast.id);
  }, toastMs);
}
