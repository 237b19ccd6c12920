import { computed, signal } from '@preact/signals-core';
import { closeChoices, type Toast } from './toasts.ts';
import type { LeftBehind } from '../../shared/api/accounts/left-behind-schemas.ts';
import type { CopyableUniverse, HeirChoice, UniverseDetail, UniverseSummary } from '../../shared/api/contract/contract.ts';
import type { TemplateSummary } from '../../shared/api/universes/template-schemas.ts';
import type { ParameterKey } from '../../shared/parameters/index.ts';
import type { Identities, Me, WaysIn } from '../../shared/api/accounts/person-schemas.ts';
import { type Preferences, usualPreferences } from '../../shared/api/accounts/preferences.ts';
import type { Rating } from '../../shared/api/feedback/review-schemas.ts';
import type { SharedRole } from '../../shared/api/universes/universe.ts';
import type { FrameScalars } from '../../shared/simulation/frame-layout.ts';
import { defaultDocument, type LockGroup, type UniverseDocument } from '../../shared/universe/index.ts';
import type { MemberRole } from '../../shared/room/messages.ts';
import type { AudioState, ConnectionStatus } from '../common/states.ts';
import type { Language } from '../words/languages.ts';
import type { ActivityView } from './activity.ts';
import { type AccountView, noAct } from './account.ts';
import type { CursorTrack } from './cursor-track.ts';
import { type HistoryView, noHistory } from './history.ts';
import { type LibraryView, noLibrary } from './library.ts';
import { clearListening, createListeningSlice } from './listening.ts';
import { type BinView, noPeople, type PeopleView } from './people.ts';
import { noNotifications, type NotificationsView } from './notifications.ts';
import type { DialogName, PanelName } from './panels.ts';
import type { PersonView } from './person.ts';
import { noRecording, type RecordingView } from './recording.ts';
import { type DriveView, type KeysView, type MidiView, noDrive, noKeys, noMidi } from './hands.ts';
import type { Route } from './routes.ts';
import { noTroubles, type Troubles } from './trouble.ts';
import { noTemplates, type TemplatesView, type TemplateView } from './templates.ts';
import { noTalk, type NoteView, type ReviewsView, type TalkView } from './talk.ts';
import { type ChatView, noChat, type Rising, type MemberPresence } from './together.ts';
import { noTimeline, type TimelineView } from './timeline.ts';

export interface GalleryView {
  status: 'loading' | 'ready' | 'failed';
  message: string;
  templates: TemplateSummary[];
  /** One's own that changed last. */
  mine: UniverseSummary[];
}

export interface UniverseView {
  id: string;
  name: string;
  description: string;
  tags: readonly string[];
  /** Of what its owner says of it: whoever changes that names which they have seen. */
  revision: number;
  templateId: string | null;
  role: MemberRole;
  isPublic: boolean;
  linkRole: SharedRole;
  isFavourite: boolean;
  favouriteCount: number;
  forkedFrom: UniverseDetail['forkedFrom'];
  /** What is at hand in it; none: what the registry says. */
  putForward: readonly ParameterKey[];
  commentCount: number;
  /** Threads that nobody has resolved. */
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

/** Who moved a parameter last. */
export interface Touch {
  name: string;
  colour: string;
}

export interface AudioView {
  state: AudioState;
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

/** A point of the scene as it lies on the screen, in CSS pixels. */
export interface StageMark {
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

/** All that the interface shows, by slice. Only `app` writes here. */
export function createStore() {
  const universe = signal<UniverseView | null>(null);
  return {
    route: signal<Route>({ page: 'gallery' }),
    me: signal<Me | null>(null),
    /** How one likes things to look, here and now. */
    preferences: signal<Preferences>(usualPreferences),
    /** The language that is spoken. */
    language: signal<Language>('en'),
    /** Whether the interface keeps still and the picture calm: by one's choice, or by the system's. */
    isMotionReduced: signal(false),
    account: signal<AccountView>(noAct),
    /** How one can come in here; null until it is known. */
    ways: signal<WaysIn | null>(null),
    /** By which providers one can come in; null until it is known. */
    identities: signal<Identities['identities'] | null>(null),
    activity: signal<ActivityView>(null),
    bin: signal<BinView>(null),
    /** What others have deleted and one can still copy. */
    copyable: signal<readonly CopyableUniverse[]>([]),
    /** What one has said of universes that one can not open any more. */
    leftBehind: signal<readonly LeftBehind[]>([]),
    /** What of one's own could be given to whom; null until it was looked at. */
    heirs: signal<readonly HeirChoice[] | null>(null),
    /** Whom one looks at; null until they are there. */
    person: signal<PersonView | null>(null),
    notifications: signal<NotificationsView>(noNotifications),
    gallery: signal<GalleryView>({ status: 'loading', message: '', templates: [], mine: [] }),
    library: signal<LibraryView>(noLibrary),
    /** What people have made to begin with; of all that they have, the first of each list. */
    templates: signal<TemplatesView>(noTemplates),
    template: signal<TemplateView | null>(null),

    universe,
    /** The document as confirmed by the room, with what one's own hand has just moved laid over it. */
    score: signal<UniverseDocument>(defaultDocument()),
    /** The score as its storyboard has it now: what is heard and seen. */
    document: signal<UniverseDocument>(defaultDocument()),
    touches: signal<Readonly<Record<string, Touch>>>({}),
    playing: signal(true),
    members: signal<readonly MemberView[]>([]),
    /** The ways of the others' cursors, by member. */
    cursors: signal<ReadonlyMap<string, CursorTrack>>(new Map()),
    /** Id of the member whose view is shown, or ''. */
    following: signal(''),
    /** Id of the member who presents, or ''; and whether one who watches looks for oneself all the same. */
    presenter: signal(''),
    looksAway: signal(false),
    chat: signal<ChatView>(noChat),
    /** Whether those who only watch may write in the chat. */
    spectatorsWrite: signal(false),
    /** What the owner keeps to themselves. */
    locks: signal<readonly LockGroup[]>([]),
    rising: signal<readonly Rising[]>([]),
    people: signal<PeopleView>(noPeople),
    talk: signal<TalkView>(noTalk),
    reviews: signal<ReviewsView>(null),
    note: signal<NoteView>(null),
    connection: signal<{ status: ConnectionStatus; message: string }>({ status: 'connecting', message: '' }),
    /** Whether there is anything of one's own to take back, and to do again. */
    undo: signal(nothingToUndo),
    canEdit: computed(() => universe.value?.role === 'owner' || universe.value?.role === 'editor'),

    scalars: signal<FrameScalars | null>(null),
    audio: signal<AudioView>(quiet),
    picture: signal<PictureView>(blank),
    /** The simulation has come so far that there is something to see. */
    hasFrames: signal(false),
    /** The universe has been seen to move: what can wait for its first pictures may come. */
    isSeen: signal(false),
    /** One goes on without the picture. */
    isPictureWaived: signal(false),
    marks: signal<readonly StageMark[]>([]),
    selected: signal<string | null>(null),
    listening: createListeningSlice(),

    /** Colours of the species, `#rrggbb`, as the palette of the picture has them. */
    speciesColours: signal<readonly string[]>([]),

    history: signal<HistoryView>(noHistory),
    timeline: signal<TimelineView>(noTimeline),
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
    /** What of the open page does not come. */
    troubles: signal<Troubles>(noTroubles),
  };
}

export type Store = ReturnType<typeof createStore>;

/** Puts the slices of one universe back to how they are before it is open. */
export function clearUniverse(store: Store): void {
  store.universe.value = null;
  store.score.value = defaultDocument();
  store.document.value = store.score.value;
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
  store.people.value = noPeople;
  store.talk.value = { ...noTalk, arePinsShown: store.talk.value.arePinsShown };
  store.reviews.value = null;
  store.note.value = null;
  store.connection.value = { status: 'connecting', message: '' };
  store.scalars.value = null;
  store.audio.value = quiet;
  store.picture.value = blank;
  store.isSeen.value = false;
  store.hasFrames.value = false;
  store.isPictureWaived.value = false;
  store.marks.value = [];
  store.selected.value = null;
  clearListening(store.listening);
  store.undo.value = nothingToUndo;
  // What can be chosen there is a matter of the universe that is left.
  closeChoices(store);
  store.history.value = noHistory;
  store.timeline.value = noTimeline;
  store.keys.value = noKeys;
  store.pressed.value = new Set();
  store.sounding.value = new Set();
  store.midi.value = noMidi;
  store.drive.value = noDrive;
  store.dialog.value = null;
  store.recording.value = noRecording;
}
