import type { BodyKind } from './body-limits.ts';
import type { RouteName } from './contract.ts';
import type { ErrorCode } from './errors.ts';
import { type RouteRate, rates } from './rates.ts';

/** What the method, the path and the schemas of a route leave unsaid. */
export interface RouteNotes {
  section: 'People' | 'Templates' | 'Universes' | 'Parameters' | 'Sharing' | 'Talk' | 'History' | 'Storyboards';
  /** One sentence. */
  says: string;
  /** Status of its answer, where that is not 200. */
  status?: 201;
  /** Refusals that do not follow from its form (route-errors.ts). */
  errors?: readonly ErrorCode[];
  rate?: RouteRate;
  /** Its answer carries a strong entity tag, by which it may be asked whether anything has changed. */
  tagged?: true;
  /** Takes an `If-Match`. */
  conditional?: true;
  /** Kind of its body, where that is not the usual one. */
  body?: Exclude<BodyKind, 'usual'>;
  /** Kind of its answer, where that is not JSON. */
  answer?: 'picture';
}

const people = { section: 'People' } as const;
const templates = { section: 'Templates' } as const;
const universes = { section: 'Universes' } as const;
const parameters = { section: 'Parameters' } as const;
const sharing = { section: 'Sharing' } as const;
const talk = { section: 'Talk' } as const;
const history = { section: 'History' } as const;
const storyboards = { section: 'Storyboards' } as const;

/** What there is to know of each route. Server, documentation and tests derive from it. */
export const routeNotes: Readonly<Record<RouteName, RouteNotes>> = {
  register: {
    ...people,
    says: 'Makes an account of the guest that one is, under the same id, or a new one. Whether an address has an account is never told.',
    status: 201,
    errors: ['conflict'],
    rate: rates.register,
  },
  logIn: {
    ...people,
    says: 'Signs in to an account; what one made as a guest becomes part of it.',
    errors: ['wrong-credentials'],
    rate: rates.password,
  },
  logOut: { ...people, says: 'Ends the session.' },
  changePassword: {
    ...people,
    says: 'Changes the password and ends all other sessions.',
    errors: ['wrong-credentials'],
    rate: rates.password,
  },
  confirmIdentity: {
    ...people,
    says: 'Takes the password once more: for ten minutes, how the user signs in can be changed.',
    errors: ['wrong-credentials'],
    rate: rates.password,
  },
  signOutEverywhere: { ...people, says: 'Ends all sessions, this one too.' },
  getWaysIn: { ...people, says: 'How one can come in here, and whether mail is sent.' },
  beginArrival: {
    ...people,
    says: 'Begins to come in by a provider, or to connect one with one’s account, and says where to go for that. Everything else follows within ten minutes, in the same session.',
    errors: ['not-found', 'reauthentication-needed'],
    rate: rates.arrival,
  },
  finishArrival: {
    ...people,
    says: 'Takes what the provider sent back. Whoever it knows comes in to their account; a guest or a stranger has one from then on.',
    errors: ['not-found', 'wrong-credentials', 'conflict'],
    rate: rates.arrival,
  },
  sendVerification: {
    ...people,
    says: 'Sends a link to one’s address, by which one shows that it is one’s own. There where mail is sent.',
    errors: ['not-allowed'],
    rate: rates.ownMail,
  },
  verifyAddress: {
    ...people,
    says: 'Takes the secret of that link, once, within a day. There where mail is sent.',
    errors: ['not-found'],
    rate: rates.secret,
  },
  forgotPassword: {
    ...people,
    says: 'Sends a link for a new password to an address, where an account has it; the answer is always the same. There where mail is sent.',
    rate: rates.mail,
  },
  resetPassword: {
    ...people,
    says: 'Takes the secret of that link, once, within an hour, with a new password, and ends all sessions. There where mail is sent.',
    errors: ['not-found'],
    rate: rates.secret,
  },
  getMe: { ...people, says: 'Who one is. A stranger becomes a guest, and is sent a cookie.' },
  updateMe: { ...people, says: 'Changes one’s name, colour, words about oneself, or preferences.' },
  listIdentities: { ...people, says: 'By which providers one can come in.', errors: ['not-allowed'] },
  removeIdentity: {
    ...people,
    says: 'Lets go of one of them, where there is another way in.',
    errors: ['not-found', 'conflict', 'reauthentication-needed'],
  },
  listActivity: { ...people, says: 'What one did with one’s account and one’s universes, the newest first.', errors: ['not-allowed'] },
  exportMe: { ...people, says: 'All that is kept of oneself.', errors: ['not-allowed'] },
  listLeftBehind: {
    ...people,
    says: 'What one has said, noted or kept of universes that one can not open any more, to be taken away as before.',
    errors: ['not-allowed'],
  },
  listHeirs: { ...people, says: 'Which of one’s universes could be given to whom before one leaves.', errors: ['not-allowed'] },
  deleteMe: {
    ...people,
    says: 'Deletes the account, with its password, where there is one, or else a fresh sign-in. Universes go to the heirs that are named; of the others, those with collaborators can be copied by them for a while.',
    errors: ['wrong-credentials', 'reauthentication-needed'],
    rate: rates.password,
  },
  listBin: {
    ...people,
    says: 'One’s universes that were deleted and can still be taken back, and those of others that one can still copy.',
    errors: ['not-allowed'],
  },
  getPerson: { ...people, says: 'What everybody may know of somebody.' },
  listNotifications: { ...people, says: 'What others did with what is one’s own, the newest first.', errors: ['not-allowed'] },
  countNotifications: { ...people, says: 'How many of these one has not read.', errors: ['not-allowed'] },
  readNotification: { ...people, says: 'Marks one of them as read.' },
  readNotifications: { ...people, says: 'Marks all of them as read that came until a moment.' },
  listTemplates: {
    ...templates,
    says: 'A page of a list of templates: of those that come with the product, of one’s own, or of what people show to everybody.',
    tagged: true,
  },
  createTemplate: {
    ...templates,
    says: 'Makes a template of a universe that one may see, as it is now.',
    status: 201,
    errors: ['not-found', 'conflict'],
    rate: rates.newTemplate,
  },
  getTemplate: { ...templates, says: 'A template with its document.', tagged: true },
  updateTemplate: { ...templates, says: 'Changes what one’s template says, who may see it, what it puts forward, or what it begins with.' },
  deleteTemplate: { ...templates, says: 'Deletes a template of one’s own. Universes that were made from it stay.' },
  listUniverses: {
    ...universes,
    says: 'A page of a list of universes that one may see, by words, tags, key and tempo. `next` is the cursor of the page after it, null at the end.',
  },
  createUniverse: {
    ...universes,
    says: 'Makes a universe of one’s own: from a template, as a remix of one that one may see, or from nothing.',
    status: 201,
    errors: ['not-found'],
    rate: rates.newUniverse,
  },
  importUniverse: {
    ...universes,
    says: 'Makes a universe of one’s own of a file, with a document of any version there ever was.',
    status: 201,
    rate: rates.importUniverse,
    body: 'file',
  },
  exportUniverse: { ...universes, says: 'A universe as a file.' },
  getUniverse: { ...universes, says: 'A universe with its document as it is now.', tagged: true },
  updateUniverse: {
    ...universes,
    says: 'Changes name, description, tags or who may come in. `If-Match` takes the tag of the universe, or its revision alone: `"7"`.',
    conditional: true,
  },
  deleteUniverse: { ...universes, says: 'Moves a universe to its owner’s bin.', conditional: true },
  restoreUniverse: { ...universes, says: 'Takes a universe back from the bin.' },
  addFavourite: { ...universes, says: 'Puts a universe among one’s favourites.' },
  removeFavourite: { ...universes, says: 'Takes a universe from one’s favourites.' },
  getThumbnail: {
    ...universes,
    says: 'The picture that was made of a universe. With `v`, the version that lists give, it may be kept for ever.',
    tagged: true,
    answer: 'picture',
  },
  putThumbnail: {
    ...universes,
    says: 'Gives a universe another picture. What is said within the picture about it is not kept.',
    rate: rates.thumbnail,
    body: 'picture',
  },
  getParameters: { ...parameters, says: 'The parameters of one group.', tagged: true },
  updateParameters: {
    ...parameters,
    says: 'Changes some parameters of one group. It is an edit like any other: whoever is in the room sees it at once.',
    tagged: true,
    conditional: true,
  },
  listPeople: { ...sharing, says: 'Who owns a universe, and who has a role of their own in it.' },
  changeRole: { ...sharing, says: 'Gives a collaborator another role.' },
  removePerson: {
    ...sharing,
    says: 'Takes a collaborator’s role away, and withdraws the invitations that they came in by; with one’s own id, leaves.',
  },
  transferUniverse: { ...sharing, says: 'Gives a universe to one of its collaborators who has an account.', errors: ['conflict'] },
  listInvitations: {
    ...sharing,
    says: 'Invitations that have not expired, without their secrets, each with who came in by it.',
    errors: ['not-allowed'],
  },
  invite: {
    ...sharing,
    says: 'Makes an invitation for so many users; its secret is told here, once.',
    status: 201,
    errors: ['conflict'],
  },
  takeBackInvitation: { ...sharing, says: 'Withdraws an invitation. Who came in by it stays.' },
  acceptInvitation: { ...sharing, says: 'Takes the role of an invitation by its secret.', errors: ['not-found', 'conflict'] },
  listComments: { ...talk, says: 'A page of the threads of a universe, each with its replies.' },
  writeComment: {
    ...talk,
    says: 'Begins a thread, at a place in the scene, a moment of the run or one of the storyboard where one likes.',
    status: 201,
    errors: ['conflict'],
    rate: rates.talk,
  },
  replyToComment: { ...talk, says: 'Answers a thread.', status: 201, errors: ['conflict'], rate: rates.talk },
  editComment: { ...talk, says: 'Changes what one has said.', rate: rates.talk },
  deleteComment: { ...talk, says: 'Deletes a comment, which whoever does can take back for a while.' },
  restoreComment: { ...talk, says: 'Takes back that one has deleted a comment.', errors: ['conflict'] },
  resolveComment: { ...talk, says: 'Marks a thread as resolved, or as open again.', errors: ['conflict'] },
  getNote: { ...talk, says: 'What one has noted of a universe for oneself; nobody else can read it.', errors: ['not-allowed'] },
  writeNote: { ...talk, says: 'Notes something of a universe for oneself, in place of what one noted before.', rate: rates.talk },
  deleteNote: { ...talk, says: 'Deletes one’s note.' },
  listReviews: { ...talk, says: 'How a universe is rated, and a page of what is said with it.' },
  writeReview: { ...talk, says: 'Rates a universe of another; a second time, anew.', rate: rates.talk },
  deleteReview: { ...talk, says: 'Takes one’s rating back.' },
  listHistory: { ...history, says: 'Who changed what of a universe when, the newest first.' },
  listVersions: { ...history, says: 'The moments of a universe that have a name, the newest first.' },
  restoreMoment: {
    ...history,
    says: 'Makes a universe as it was at a moment, by edits like any other: whoever is in the room sees it at once.',
  },
  nameMoment: { ...history, says: 'Gives a moment a name, or another one.', errors: ['conflict'] },
  unnameMoment: { ...history, says: 'Takes the name of a moment away.' },
  listStoryboards: { ...storyboards, says: 'The storyboards that a universe keeps.' },
  keepStoryboard: { ...storyboards, says: 'Keeps a storyboard with a universe.', status: 201, errors: ['conflict'] },
  getStoryboard: { ...storyboards, says: 'A storyboard with all its points.' },
  updateStoryboard: { ...storyboards, says: 'Writes a new version of a storyboard over the one it is based on.', errors: ['conflict'] },
  deleteStoryboard: { ...storyboards, says: 'Deletes a storyboard with all its versions.' },
  duplicateStoryboard: { ...storyboards, says: 'Copies a storyboard.', status: 201, errors: ['conflict'] },
  listStoryboardVersions: { ...storyboards, says: 'The versions of a storyboard, the newest first.' },
  restoreStoryboardVersion: { ...storyboards, says: 'Makes an older version of a storyboard the newest.' },
};
