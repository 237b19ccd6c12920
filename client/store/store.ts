import { computed, signal } from '@preact/signals-core';
import { closeChoices, type Toast } from './toasts.ts';
import type { UniverseDetail, UniverseSummary } from '../../shared/api/contract/contract.ts';
import type { TemplateSummary } from '../../shared/api/universes/template-schemas.ts';
import type { ParameterKey } from '../../shared/parameters/index.ts';
import type { Me } from '../../shared/api/accounts/user-schemas.ts';
import { type Preferences, usualPreferences } from '../../shared/api/accounts/preferences.ts';
import type { Rating } from '../../shared/api/feedback/review-schemas.ts';
import type { SharedRole } from '../../shared/api/universes/universe.ts';
import type { FrameScalars } from '../../shared/simulation/frame-layout.ts';
import { defaultDocument, type LockGroup, type UniverseDocument } from '../../shared/universe/index.ts';
import type { MemberRole } from '../../shared/room/messages.ts';
import type { AudioState, ConnectionStatus } from '../common/states.ts';
import type { Language } from '../words/languages.ts';
import { createAccountSlices } from './account-slices.ts';
import type { CursorTrack } from './cursor-track.ts';
import { type HistoryView, noHistory } from './history.ts';
import { type LibraryView, noLibrary } from './library.ts';
import { clearListening, createListeningSlice } from './listening.ts';
import { noCollaborators, type CollaboratorsView } from './collaborators.ts';
import type { DialogName, PanelName } from './panels.ts';
import { noMemory, type PieceMemory } from './movement.ts';
import { noRecording, type RecordingView } from './recording.ts';
import { type DriveView, type KeysView, type MidiView, noDrive, noKeys, noMidi } from './hands.ts';
import type { Route } from './routes.ts';
import { noTroubles, type Troubles } from './trouble.ts';
import { noTemplates, type TemplatesView, type TemplateView } from './templates.ts';
import { noComments, type NoteView, type ReviewsView, type CommentsView } from './comments.ts';
import { type ChatView, noChat, type Rising, type MemberPresence } from './presence.ts';
import { noStoryboard, type StoryboardView } from './storyboard.ts';
import { noSuggestions, type SuggestionsView } from './suggestions.ts';

export interface GalleryView {
  status: 'loading' | 'ready' | 'failed';
  message: string;
  templates: TemplateSummary[];
  /** Universes of the user that changed last. */
  mine: UniverseSummary[];
}

export interface UniverseView {
  id: string;
  name: string;
  description: string;
  tags: readonly string[];
  /** Revision of name, description and tags: a change of them states the revision that it is based on. */
  revision: number;
  templateId: string | null;
  role: MemberRole;
  isPublic: boolean;
  linkRole: SharedRole;
  isFavourite: boolean;
  favouriteCount: number;
  forkedFrom: UniverseDetail['forkedFrom'];
  /** Parameters that are at hand in it; none: those of the registry. */
  putForward: readonly ParameterKey[];
  commentCount: number;
  /** Threads that are not resolved. */
  openThreads: number;
  rating: Rating;
}

export interface MemberView extends MemberPresence {
  id: string;
  name: string;
  colour: string;
  role: MemberRole;
  isMe: boolean;
  /** Key of the control that they are moving, or ''. */
  editing: string;
}

/** The member who moved a parameter last. */
export interface Touch {
  name: string;
  colour: string;
}

export interface AudioView {
  state: AudioState;
  message: string;
  muted: boolean;
  /** Level of the sound, dBFS. */
  rmsDb: number;
  peakDb: number;
}

export interface PictureView {
  kind: 'starting' | 'webgpu' | 'canvas';
  /** The thread that draws: a worker, or the page's own. */
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
  /** Lag of this device behind the room, in seconds. */
  lagSeconds: number;
}

/** The position of a point of the scene on the screen, in CSS pixels. */
export interface StagePoint {
  kind: 'emitter' | 'well' | 'cursor' | 'player' | 'pin';
  id: string;
  label: string;
  colour: string;
  x: number;
  y: number;
  /** Factor of its size, 1 and above. */
  swell: number;
}

const quiet: AudioView = { state: 'waiting', message: '', muted: false, rmsDb: -100, peakDb: -100 };
const nothingToUndo = { canUndo: false, canRedo: false };
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

const createPageSlices = () => ({
  route: signal<Route>({ page: 'gallery' }),
  me: signal<Me | null>(null),
  /** The preferences of the user, on this device. */
  preferences: signal<Preferences>(usualPreferences),
  /** The language of the interface. */
  language: signal<Language>('en'),
  /** True where the interface keeps still and the picture calm: by the choice of the user, or of the system. */
  isMotionReduced: signal(false),
  panel: signal<PanelName | null>('physics'),
  dialog: signal<DialogName | null>(null),
  recording: signal<RecordingView>(noRecording),
  toasts: signal<readonly Toast[]>([]),
  /** Parts of the open page that fail to load. */
  troubles: signal<Troubles>(noTroubles),
});

const createLibrarySlices = () => ({
  gallery: signal<GalleryView>({ status: 'loading', message: '', templates: [], mine: [] }),
  library: signal<LibraryView>(noLibrary),
  /** Templates of users: of each list the first page. */
  templates: signal<TemplatesView>(noTemplates),
  template: signal<TemplateView | null>(null),
});

function createUniverseSlices() {
  const universe = signal<UniverseView | null>(null);
  return {
    universe,
    /** The authored document as the room has confirmed it, with the latest changes of the user on top. */
    authoredDocument: signal<UniverseDocument>(defaultDocument()),
    /** The effective document, as the storyboard has it now: what is heard and seen. */
    effectiveDocument: signal<UniverseDocument>(defaultDocument()),
    touches: signal<Readonly<Record<string, Touch>>>({}),
    playing: signal(true),
    connection: signal<{ status: ConnectionStatus; message: string }>({ status: 'connecting', message: '' }),
    /** True where the user has edits to undo, and to redo. */
    undo: signal(nothingToUndo),
    canEdit: computed(() => universe.value?.role === 'owner' || universe.value?.role === 'editor'),
  };
}

const createRoomSlices = () => ({
  members: signal<readonly MemberView[]>([]),
  /** Tracks of the cursors of other members, by member. */
  cursors: signal<ReadonlyMap<string, CursorTrack>>(new Map()),
  /** Id of the member whose view is shown, or ''. */
  following: signal(''),
  /** Id of the member who presents, or ''; and whether a spectator looks away from what is presented. */
  presenter: signal(''),
  looksAway: signal(false),
  chat: signal<ChatView>(noChat),
  /** True where spectators may write in the chat. */
  spectatorsWrite: signal(false),
  /** Parts that only the owner may change. */
  locks: signal<readonly LockGroup[]>([]),
  rising: signal<readonly Rising[]>([]),
  collaborators: signal<CollaboratorsView>(noCollaborators),
  comments: signal<CommentsView>(noComments),
  reviews: signal<ReviewsView>(null),
  privateNote: signal<NoteView>(null),
});

const createStageSlices = () => ({
  scalars: signal<FrameScalars | null>(null),
  /** What was heard of the present movement. */
  piece: signal<PieceMemory>(noMemory),
  audio: signal<AudioView>(quiet),
  picture: signal<PictureView>(blank),
  /** The simulation has made frames to show. */
  hasFrames: signal(false),
  /** The universe has been seen to move: work that can wait for its first pictures may begin. */
  isSeen: signal(false),
  /** The user goes on without the picture. */
  isPictureWaived: signal(false),
  /** The notice of a simpler picture that the user has closed. */
  closedNotice: signal<string | null>(null),
  stagePoints: signal<readonly StagePoint[]>([]),
  selected: signal<string | null>(null),
  listening: createListeningSlice(),

  /** Colours of the species, `#rrggbb`, as the palette of the picture has them. */
  speciesColours: signal<readonly string[]>([]),
});

const createPlaySlices = () => ({
  history: signal<HistoryView>(noHistory),
  storyboard: signal<StoryboardView>(noStoryboard),
  suggestions: signal<SuggestionsView>(noSuggestions),
  keys: signal<KeysView>(noKeys),
  /** Keys, as MIDI numbers, that the user holds, and those that sound, of all members. */
  pressed: signal<ReadonlySet<number>>(new Set()),
  sounding: signal<ReadonlySet<number>>(new Set()),
  midi: signal<MidiView>(noMidi),
  drive: signal<DriveView>(noDrive),
});

/** The state that the interface shows, by slice. Only `app` writes here. */
export const createStore = () => ({
  ...createPageSlices(),
  ...createAccountSlices(),
  ...createLibrarySlices(),
  ...createUniverseSlices(),
  ...createRoomSlices(),
  ...createStageSlices(),
  ...createPlaySlices(),
});

export type Store = ReturnType<typeof createStore>;

/** Resets the slices of a universe to their values before it is open. */
export function clearUniverse(store: Store): void {
  store.universe.value = null;
  store.authoredDocument.value = defaultDocument();
  store.effectiveDocument.value = store.authoredDocument.value;
  store.touches.value = {};
  store.playing.value = true;
  store.members.value = [];
  store.cursors.value = new Map();
  store.following.value = '';
  store.presenter.value = '';
  store.looksAway.value = false;
  store.chat.value = noChat;
  store.spectatorsWrite.value = false;
  store.locks.value = [];
  store.rising.value = [];
  store.collaborators.value = noCollaborators;
  store.comments.value = { ...noComments, arePinsShown: store.comments.value.arePinsShown };
  store.reviews.value = null;
  store.privateNote.value = null;
  store.connection.value = { status: 'connecting', message: '' };
  store.scalars.value = null;
  store.piece.value = noMemory;
  store.audio.value = quiet;
  store.picture.value = blank;
  store.isSeen.value = false;
  store.hasFrames.value = false;
  store.isPictureWaived.value = false;
  store.stagePoints.value = [];
  store.selected.value = null;
  clearListening(store.listening);
  store.undo.value = nothingToUndo;
  // The choices of toasts concern the universe that is left.
  closeChoices(store);
  store.history.value = noHistory;
  store.storyboard.value = noStoryboard;
  store.suggestions.value = noSuggestions;
  store.keys.value = noKeys;
  store.pressed.value = new Set();
  store.sounding.value = new Set();
  store.midi.value = noMidi;
  store.drive.value = noDrive;
  store.dialog.value = null;
  store.recording.value = noRecording;
}
