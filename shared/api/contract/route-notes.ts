import type { BodyKind } from '../body-limits.ts';
import type { RouteName } from './contract.ts';
import type { ErrorCode } from '../errors.ts';
import { type RouteRate, rates } from '../rates.ts';

/** Describes a route beyond its method, its path and its schemas. */
export interface RouteNotes {
  section: 'Accounts' | 'Templates' | 'Universes' | 'Parameters' | 'Sharing' | 'Feedback' | 'History' | 'Storyboards' | 'Operations';
  /** A sentence or two: the summary in the API reference. */
  says: string;
  /** Status of its answer, if that is not 200. */
  status?: 201;
  /** Refusals that do not follow from the form of the route (route-errors.ts). */
  errors?: readonly ErrorCode[];
  rate?: RouteRate;
  /** The answer carries a strong entity tag for conditional requests. */
  tagged?: true;
  /** Takes an `If-Match`. */
  conditional?: true;
  /** Kind of its body, if that is not the usual one. */
  body?: Exclude<BodyKind, 'usual'>;
  /** Kind of its answer, if that is not JSON. */
  answer?: 'thumbnail';
}

const accounts = { section: 'Accounts' } as const;
const templates = { section: 'Templates' } as const;
const universes = { section: 'Universes' } as const;
const parameters = { section: 'Parameters' } as const;
const sharing = { section: 'Sharing' } as const;
const feedback = { section: 'Feedback' } as const;
const history = { section: 'History' } as const;
const storyboards = { section: 'Storyboards' } as const;
const operations = { section: 'Operations' } as const;

/** The notes of each route. The server, the API reference and tests derive from them. */
export const routeNotes: Readonly<Record<RouteName, RouteNotes>> = {
  register: {
    ...accounts,
    says: 'Creates an account from the current guest, under the same id, or a new one. Never reveals whether an address has an account.',
    status: 201,
    errors: ['conflict'],
    rate: rates.register,
  },
  signIn: {
    ...accounts,
    says: 'Signs in to an account; what the current guest has made becomes part of it.',
    errors: ['wrong-credentials'],
    rate: rates.password,
  },
  signOut: { ...accounts, says: 'Ends the session.' },
  changePassword: {
    ...accounts,
    says: 'Changes the password and ends all other sessions.',
    errors: ['wrong-credentials'],
    rate: rates.password,
  },
  confirmIdentity: {
    ...accounts,
    says: 'Takes the password again: for ten minutes, the sign-in methods of the account can be changed.',
    errors: ['wrong-credentials'],
    rate: rates.password,
  },
  signOutEverywhere: { ...accounts, says: 'Ends all sessions of the user, including this one.' },
  listSignInMethods: { ...accounts, says: 'Returns the sign-in methods of this server, and whether it sends mail.' },
  beginProviderSignIn: {
    ...accounts,
    says: 'Starts a sign-in at an identity provider, or connects a provider to the account, and returns the address to go to. The rest has to follow within ten minutes, in the same session.',
    errors: ['not-found', 'reauthentication-needed'],
    rate: rates.arrival,
  },
  finishProviderSignIn: {
    ...accounts,
    says: 'Completes the sign-in with what the provider sent back. A user whom the provider knows is signed in to their account; a guest or a new visitor gets an account.',
    errors: ['not-found', 'wrong-credentials', 'conflict'],
    rate: rates.arrival,
  },
  sendVerification: {
    ...accounts,
    says: 'Sends an address verification link. Only when SMTP is configured.',
    errors: ['not-allowed'],
    rate: rates.ownMail,
  },
  verifyAddress: {
    ...accounts,
    says: 'Verifies the address with the secret of the link, which works once, within a day. Only when SMTP is configured.',
    errors: ['not-found'],
    rate: rates.secret,
  },
  forgotPassword: {
    ...accounts,
    says: 'Sends a password reset link to an address that has an account; the answer is the same for every address. Only when SMTP is configured.',
    rate: rates.mail,
  },
  resetPassword: {
    ...accounts,
    says: 'Sets a new password with the secret of the link, which works once, within an hour, and ends all sessions. Only when SMTP is configured.',
    errors: ['not-found'],
    rate: rates.secret,
  },
  getMe: { ...accounts, says: 'Returns the current user. A visitor without a cookie becomes a guest and gets one.' },
  updateMe: { ...accounts, says: 'Changes the name, colour, description or preferences of the user.' },
  listIdentities: { ...accounts, says: 'Lists the identity providers that are connected to the account.', errors: ['not-allowed'] },
  removeIdentity: {
    ...accounts,
    says: 'Disconnects an identity provider, if another sign-in method remains.',
    errors: ['not-found', 'conflict', 'reauthentication-needed'],
  },
  listAuditLog: {
    ...accounts,
    says: 'Returns a page of the audit log: what the user did with the account and its universes, newest first.',
    errors: ['not-allowed'],
  },
  exportMe: { ...accounts, says: 'Exports everything that the server keeps about the user.', errors: ['not-allowed'] },
  listLeftBehind: {
    ...accounts,
    says: 'Lists the comments, reviews, private notes and favourites of the user on universes that the user can no longer open. The usual routes still delete them.',
    errors: ['not-allowed'],
  },
  listHeirs: {
    ...accounts,
    says: 'Lists the universes that can be transferred before the account is deleted, and to whom.',
    errors: ['not-allowed'],
  },
  deleteMe: {
    ...accounts,
    says: 'Deletes the account. Asks for its password, or for a recent sign-in if it has none. Universes go to the heirs named in the body; collaborators can copy the other shared ones for a while.',
    errors: ['wrong-credentials', 'reauthentication-needed'],
    rate: rates.password,
  },
  listTrash: {
    ...accounts,
    says: 'Lists the deleted universes that the user can restore, and those of other owners that the user can still copy.',
    errors: ['not-allowed'],
  },
  getProfile: { ...accounts, says: 'Returns the public profile of a user.' },
  listNotifications: {
    ...accounts,
    says: 'Returns a page of notifications about what others did with the things of the user, newest first.',
    errors: ['not-allowed'],
  },
  countNotifications: { ...accounts, says: 'Returns the number of unread notifications.', errors: ['not-allowed'] },
  readNotification: { ...accounts, says: 'Marks a notification as read.' },
  readNotifications: { ...accounts, says: 'Marks all notifications up to a point in time as read.' },
  listTemplates: {
    ...templates,
    says: 'Returns a page of a list of templates: those of the product, those of the user, or those that users have made public.',
    tagged: true,
  },
  createTemplate: {
    ...templates,
    says: 'Creates a template from the present state of a universe that the user may see.',
    status: 201,
    errors: ['not-found', 'conflict'],
    rate: rates.newTemplate,
  },
  getTemplate: { ...templates, says: 'Returns a template with its document.', tagged: true },
  updateTemplate: {
    ...templates,
    says: 'Changes the words of a template, its visibility, the parameters that it puts forward, or its document.',
  },
  deleteTemplate: { ...templates, says: 'Deletes a template of the user. Universes that were made from it stay.' },
  listUniverses: {
    ...universes,
    says: 'Returns a page of a list of universes that the user may see, filtered by words, tags, key and tempo. `next` is the cursor of the next page, null at the end.',
  },
  createUniverse: {
    ...universes,
    says: 'Creates a universe that belongs to the user: from a template, as a remix of a universe that the user may see, or empty.',
    status: 201,
    errors: ['not-found'],
    rate: rates.newUniverse,
  },
  importUniverse: {
    ...universes,
    says: 'Creates a universe that belongs to the user from a file; documents of every version are read.',
    status: 201,
    rate: rates.importUniverse,
    body: 'file',
  },
  exportUniverse: { ...universes, says: 'Exports a universe as a file.' },
  getUniverse: { ...universes, says: 'Returns a universe with its present document.', tagged: true },
  updateUniverse: {
    ...universes,
    says: 'Changes the name, description, tags or access of a universe. `If-Match` takes the tag of the universe, or its revision alone: `"7"`.',
    conditional: true,
  },
  deleteUniverse: { ...universes, says: 'Moves a universe to the trash of its owner.', conditional: true },
  restoreUniverse: { ...universes, says: 'Restores a universe from the trash.' },
  addFavourite: { ...universes, says: 'Adds a universe to the favourites of the user.' },
  removeFavourite: { ...universes, says: 'Removes a universe from the favourites of the user.' },
  getThumbnail: {
    ...universes,
    says: 'Returns the thumbnail of a universe. With `v`, the version that lists give, it may be cached for ever.',
    tagged: true,
    answer: 'thumbnail',
  },
  putThumbnail: {
    ...universes,
    says: 'Replaces the thumbnail of a universe. Metadata within the image is not kept.',
    rate: rates.thumbnail,
    body: 'thumbnail',
  },
  getParameters: { ...parameters, says: 'Returns the parameters of a group.', tagged: true },
  updateParameters: {
    ...parameters,
    says: 'Changes some parameters of a group. It is an edit like any other: everyone in the room sees it at once.',
    tagged: true,
    conditional: true,
  },
  listCollaborators: { ...sharing, says: 'Lists the owner and the collaborators of a universe, with their roles.' },
  changeRole: { ...sharing, says: 'Changes the role of a collaborator.' },
  removeCollaborator: {
    ...sharing,
    says: 'Removes a collaborator and withdraws the invitations that they accepted; with the id of the caller, leaves the universe.',
  },
  transferUniverse: { ...sharing, says: 'Transfers a universe to a collaborator who has an account.', errors: ['conflict'] },
  listInvitations: {
    ...sharing,
    says: 'Lists the invitations that have not expired, without their secrets, each with the users who accepted it.',
    errors: ['not-allowed'],
  },
  invite: {
    ...sharing,
    says: 'Creates an invitation for a number of users; this answer alone holds its secret.',
    status: 201,
    errors: ['conflict'],
  },
  withdrawInvitation: { ...sharing, says: 'Withdraws an invitation. Users who accepted it keep their roles.' },
  acceptInvitation: { ...sharing, says: 'Accepts an invitation by its secret and takes its role.', errors: ['not-found', 'conflict'] },
  listComments: { ...feedback, says: 'Returns a page of the threads of a universe, each with its replies.' },
  writeComment: {
    ...feedback,
    says: 'Starts a thread, optionally at a place in the scene, a tick of the run or a time of the storyboard.',
    status: 201,
    errors: ['conflict'],
    rate: rates.feedback,
  },
  replyToComment: { ...feedback, says: 'Replies to a thread.', status: 201, errors: ['conflict'], rate: rates.feedback },
  editComment: { ...feedback, says: 'Changes the text of a comment of the user.', rate: rates.feedback },
  deleteComment: { ...feedback, says: 'Deletes a comment. The user who deletes it can restore it for a while.' },
  restoreComment: { ...feedback, says: 'Restores a comment that the user has deleted.', errors: ['conflict'] },
  resolveComment: { ...feedback, says: 'Marks a thread as resolved, or as open again.', errors: ['conflict'] },
  getNote: {
    ...feedback,
    says: 'Returns the private note of the user about a universe; no other user can read it.',
    errors: ['not-allowed'],
  },
  writeNote: {
    ...feedback,
    says: 'Writes the private note of the user about a universe, in place of the one before.',
    rate: rates.feedback,
  },
  deleteNote: { ...feedback, says: 'Deletes the private note of the user about a universe.' },
  listReviews: { ...feedback, says: 'Returns the rating of a universe and a page of its reviews.' },
  writeReview: { ...feedback, says: 'Rates a universe of another user, in place of the rating before.', rate: rates.feedback },
  deleteReview: { ...feedback, says: 'Deletes the review of the user.' },
  listHistory: { ...history, says: 'Returns a page of the history of a universe: who changed what and when, newest first.' },
  listVersions: { ...history, says: 'Lists the named versions of a universe, newest first.' },
  restoreHistoryEntry: {
    ...history,
    says: 'Restores an earlier state of a universe, by edits like any other: everyone in the room sees it at once.',
  },
  nameVersion: { ...history, says: 'Names a state of the history, or renames it.', errors: ['conflict'] },
  unnameVersion: { ...history, says: 'Removes the name of a state of the history.' },
  listStoryboards: { ...storyboards, says: 'Lists the storyboards that are stored with a universe.' },
  saveStoryboard: { ...storyboards, says: 'Stores a storyboard with a universe.', status: 201, errors: ['conflict'] },
  getStoryboard: { ...storyboards, says: 'Returns a storyboard with all its points.' },
  updateStoryboard: {
    ...storyboards,
    says: 'Writes a new version of a storyboard, if it is based on the newest one.',
    errors: ['conflict'],
  },
  deleteStoryboard: { ...storyboards, says: 'Deletes a storyboard with all its versions.' },
  duplicateStoryboard: { ...storyboards, says: 'Copies a storyboard.', status: 201, errors: ['conflict'] },
  listStoryboardVersions: { ...storyboards, says: 'Lists the versions of a storyboard, newest first.' },
  restoreStoryboardVersion: { ...storyboards, says: 'Makes an older version of a storyboard the newest.' },
  getServerStatus: {
    ...operations,
    says: 'Returns the state of all processes and their last minutes, for administrators. It names neither users nor universes.',
    errors: ['not-allowed'],
  },
  sendClientReport: {
    ...operations,
    says: 'Takes the errors of a page and what it measured, for the operator. They are counted, and name neither the user nor a universe.',
    rate: rates.clientReport,
    body: 'report',
  },
};
