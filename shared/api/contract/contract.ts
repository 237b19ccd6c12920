import { z } from 'zod';
import { documentSchema, lockGroups } from '../../universe/index.ts';
import { auditLogPageSchema, auditLogQuerySchema, exportedAuditLogSchema } from '../accounts/audit-log-schemas.ts';
import {
  commentSchema,
  commentTextSchema,
  resolveSchema,
  commentCountsSchema,
  threadPageSchema,
  threadQuerySchema,
  threadSchema,
  writeCommentSchema,
} from '../feedback/comment-schemas.ts';
import { historyPageSchema, historyQuerySchema, nameVersionSchema, restoredSchema, versionsSchema } from '../universes/history-schemas.ts';
import { listQuerySchema } from '../universes/list-schemas.ts';
import { anyGroupPatchSchema, anyGroupSchema, groupPatchSchema } from '../universes/parameter-schemas.ts';
import { apiPaths } from './paths.ts';
import {
  notificationPageSchema,
  notificationQuerySchema,
  notificationSchema,
  readAllSchema,
  unreadSchema,
} from '../accounts/notification-schemas.ts';
import {
  providerSignInSchema,
  beginProviderSignInSchema,
  changePasswordSchema,
  confirmIdentitySchema,
  deleteMeSchema,
  finishProviderSignInSchema,
  forgotPasswordSchema,
  identitiesSchema,
  signInSchema,
  meSchema,
  profileSchema,
  registerSchema,
  resetPasswordSchema,
  updateMeSchema,
  verifyAddressSchema,
  signInMethodsSchema,
} from '../accounts/user-schemas.ts';
import { clientReportSchema } from '../operations/report-schemas.ts';
import { serverStatusSchema } from '../operations/status-schemas.ts';
import { leftBehindListSchema } from '../accounts/left-behind-schemas.ts';
import { exportedNoteSchema, privateNoteSchema, writeNoteSchema } from '../feedback/note-schemas.ts';
import { nextCursor } from './query-schemas.ts';
import {
  ratedSchema,
  ratingSchema,
  reviewPageSchema,
  reviewQuerySchema,
  reviewSchema,
  writeReviewSchema,
} from '../feedback/review-schemas.ts';
import {
  acceptSchema,
  changeRoleSchema,
  invitationSchema,
  inviteSchema,
  newInvitationSchema,
  collaboratorsSchema,
  publicUserSchema,
  transferSchema,
} from '../universes/sharing-schemas.ts';
import {
  saveStoryboardSchema,
  savedStoryboardSchema,
  storyboardDetailSchema,
  storyboardVersionSchema,
  updateStoryboardSchema,
} from '../universes/storyboard-schemas.ts';
import {
  createTemplateSchema,
  templateDetailSchema,
  templatePageSchema,
  templateQuerySchema,
  updateTemplateSchema,
} from '../universes/template-schemas.ts';
import { sentThumbnailSchema, thumbnailQuerySchema, thumbnailSchema, thumbnailStateSchema } from '../universes/thumbnail-schemas.ts';
import { sharedRoles } from '../universes/universe.ts';
import { createUniverseSchema, universeFileSchema, updateUniverseSchema } from '../universes/universe-schemas.ts';

export const universeSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  isPublic: z.boolean(),
  /** The role that the link gives to other users while it is public. */
  linkRole: z.enum(sharedRoles),
  /** The parts that only its owner changes. */
  locks: z.array(z.enum(lockGroups)),
  /** True when spectators may write in the chat of its room. */
  spectatorsWrite: z.boolean(),
  templateId: z.string().nullable(),
  /** Path of its thumbnail, or null if there is none yet. */
  thumbnail: z.string().nullable(),
  isMine: z.boolean(),
  /** The public part of its owner's profile. */
  owner: publicUserSchema,
  tags: z.array(z.string()),
  /** Counts the changes of all the above; `If-Match` names it. */
  revision: z.number().int(),
  favouriteCount: z.number().int(),
  /** True when it is a favourite of the caller. */
  isFavourite: z.boolean(),
  commentCount: z.number().int(),
  rating: ratingSchema,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type UniverseSummary = z.infer<typeof universeSummarySchema>;

/** Roles of a user in a universe that they have open. */
const readerRoles = ['owner', ...sharedRoles, 'anonymous'] as const;

export const universeDetailSchema = universeSummarySchema.extend({
  role: z.enum(readerRoles),
  /** The universe that it is a remix of, if the caller may see that. */
  forkedFrom: universeSummarySchema.pick({ id: true, name: true, owner: true }).nullable(),
  document: documentSchema,
  putForward: templateDetailSchema.shape.putForward,
  openThreads: commentCountsSchema.shape.openThreads,
});
export type UniverseDetail = z.infer<typeof universeDetailSchema>;

/** All data of a user. */
export const exportSchema = z.object({
  exportedAt: z.iso.datetime(),
  person: meSchema.extend({ createdAt: z.iso.datetime() }),
  identities: z.array(identitiesSchema.shape.identities.element.extend({ subject: z.string() })),
  activity: z.array(exportedAuditLogSchema),
  universes: z.array(universeDetailSchema.omit({ openThreads: true })),
  favourites: z.array(z.object({ universeId: z.string(), createdAt: z.iso.datetime() })),
  comments: z.array(commentSchema.pick({ id: true, text: true, createdAt: true }).extend({ universeId: z.string() })),
  notifications: z.array(
    notificationSchema.pick({ id: true, kind: true, isRead: true, createdAt: true }).extend({ universeId: z.string() }),
  ),
  notes: z.array(exportedNoteSchema),
  reviews: z.array(reviewSchema.pick({ stars: true, text: true, createdAt: true }).extend({ universeId: z.string() })),
  storyboards: z.array(storyboardDetailSchema.extend({ universeId: z.string() })),
  templates: z.array(templateDetailSchema),
});

/** The favourite state of a universe: for the caller, and the number of users. */
export const favouriteStateSchema = universeSummarySchema.pick({ isFavourite: true, favouriteCount: true });
export type FavouriteState = z.infer<typeof favouriteStateSchema>;

/** A universe in the trash, and until when it can be restored. */
export const trashedUniverseSchema = z.object({
  id: z.string(),
  name: z.string(),
  deletedAt: z.iso.datetime(),
  heldUntil: z.iso.datetime(),
});
export type TrashedUniverse = z.infer<typeof trashedUniverseSchema>;

/** A universe that its owner has deleted and a collaborator can still copy. Its owner is null if they have deleted their account. */
export const copyableSchema = trashedUniverseSchema.extend({ owner: publicUserSchema.nullable() });
export type CopyableUniverse = z.infer<typeof copyableSchema>;

/** The universes that the user can transfer before deleting the account, and the users who could have them. */
export const heirsSchema = z.object({
  universes: z.array(z.object({ id: z.string(), name: z.string(), heirs: z.array(publicUserSchema) })),
});
export type HeirChoice = z.infer<typeof heirsSchema>['universes'][number];

export const nothing = z.strictObject({});

/**
 * Every route: method, path, query, body and answer. Server and client derive from it. A body that holds a password has
 * `shows`, the fields whose refused values may be sent back: no other value is, misspelt fields included.
 */
export const routes = {
  register: { ...apiPaths.register, body: registerSchema, shows: ['email', 'displayName'], response: meSchema },
  signIn: { ...apiPaths.signIn, body: signInSchema, shows: ['email'], response: meSchema },
  signOut: { ...apiPaths.signOut, response: nothing },
  changePassword: { ...apiPaths.changePassword, body: changePasswordSchema, shows: [], response: nothing },
  confirmIdentity: { ...apiPaths.confirmIdentity, body: confirmIdentitySchema, shows: [], response: nothing },
  signOutEverywhere: { ...apiPaths.signOutEverywhere, response: nothing },
  listSignInMethods: { ...apiPaths.listSignInMethods, response: signInMethodsSchema },
  beginProviderSignIn: { ...apiPaths.beginProviderSignIn, body: beginProviderSignInSchema, response: providerSignInSchema },
  finishProviderSignIn: { ...apiPaths.finishProviderSignIn, body: finishProviderSignInSchema, shows: [], response: meSchema },
  sendVerification: { ...apiPaths.sendVerification, response: nothing },
  verifyAddress: { ...apiPaths.verifyAddress, body: verifyAddressSchema, shows: [], response: nothing },
  forgotPassword: { ...apiPaths.forgotPassword, body: forgotPasswordSchema, response: nothing },
  resetPassword: { ...apiPaths.resetPassword, body: resetPasswordSchema, shows: [], response: nothing },
  getMe: { ...apiPaths.getMe, response: meSchema },
  updateMe: { ...apiPaths.updateMe, body: updateMeSchema, response: meSchema },
  listIdentities: { ...apiPaths.listIdentities, response: identitiesSchema },
  removeIdentity: { ...apiPaths.removeIdentity, response: identitiesSchema },
  listAuditLog: { ...apiPaths.listAuditLog, query: auditLogQuerySchema, response: auditLogPageSchema },
  exportMe: { ...apiPaths.exportMe, response: exportSchema },
  listLeftBehind: { ...apiPaths.listLeftBehind, response: leftBehindListSchema },
  listHeirs: { ...apiPaths.listHeirs, response: heirsSchema },
  deleteMe: { ...apiPaths.deleteMe, body: deleteMeSchema, shows: [], response: nothing },
  getProfile: { ...apiPaths.getProfile, response: profileSchema },
  listTemplates: { ...apiPaths.listTemplates, query: templateQuerySchema, response: templatePageSchema },
  createTemplate: { ...apiPaths.createTemplate, body: createTemplateSchema, response: templateDetailSchema },
  getTemplate: { ...apiPaths.getTemplate, response: templateDetailSchema },
  updateTemplate: { ...apiPaths.updateTemplate, body: updateTemplateSchema, response: templateDetailSchema },
  deleteTemplate: { ...apiPaths.deleteTemplate, response: nothing },
  listUniverses: {
    ...apiPaths.listUniverses,
    query: listQuerySchema,
    response: z.object({ universes: z.array(universeSummarySchema), next: nextCursor }),
  },
  addFavourite: { ...apiPaths.addFavourite, response: favouriteStateSchema },
  removeFavourite: { ...apiPaths.removeFavourite, response: favouriteStateSchema },
  createUniverse: { ...apiPaths.createUniverse, body: createUniverseSchema, response: universeDetailSchema },
  importUniverse: { ...apiPaths.importUniverse, body: universeFileSchema, response: universeDetailSchema },
  exportUniverse: { ...apiPaths.exportUniverse, response: universeFileSchema },
  getUniverse: { ...apiPaths.getUniverse, response: universeDetailSchema },
  updateUniverse: { ...apiPaths.updateUniverse, body: updateUniverseSchema, response: universeSummarySchema },
  getThumbnail: { ...apiPaths.getThumbnail, query: thumbnailQuerySchema, response: thumbnailSchema },
  putThumbnail: { ...apiPaths.putThumbnail, body: sentThumbnailSchema, response: thumbnailStateSchema },
  getParameters: { ...apiPaths.getParameters, response: anyGroupSchema },
  /** `bodyFor` is the part of `body` that the group of the path takes. */
  updateParameters: { ...apiPaths.updateParameters, body: anyGroupPatchSchema, bodyFor: groupPatchSchema, response: anyGroupSchema },
  deleteUniverse: { ...apiPaths.deleteUniverse, response: trashedUniverseSchema },
  restoreUniverse: { ...apiPaths.restoreUniverse, response: universeSummarySchema },
  transferUniverse: { ...apiPaths.transferUniverse, body: transferSchema, response: universeSummarySchema },
  listTrash: {
    ...apiPaths.listTrash,
    response: z.object({ universes: z.array(trashedUniverseSchema), copyable: z.array(copyableSchema) }),
  },
  listNotifications: { ...apiPaths.listNotifications, query: notificationQuerySchema, response: notificationPageSchema },
  countNotifications: { ...apiPaths.countNotifications, response: unreadSchema },
  readNotification: { ...apiPaths.readNotification, response: unreadSchema },
  readNotifications: { ...apiPaths.readNotifications, body: readAllSchema, response: unreadSchema },
  listCollaborators: { ...apiPaths.listCollaborators, response: collaboratorsSchema },
  changeRole: { ...apiPaths.changeRole, body: changeRoleSchema, response: collaboratorsSchema },
  removeCollaborator: { ...apiPaths.removeCollaborator, response: nothing },
  listInvitations: { ...apiPaths.listInvitations, response: z.object({ invitations: z.array(invitationSchema) }) },
  invite: { ...apiPaths.invite, body: inviteSchema, response: newInvitationSchema },
  withdrawInvitation: { ...apiPaths.withdrawInvitation, response: nothing },
  listComments: { ...apiPaths.listComments, query: threadQuerySchema, response: threadPageSchema },
  writeComment: { ...apiPaths.writeComment, body: writeCommentSchema, response: threadSchema },
  editComment: { ...apiPaths.editComment, body: commentTextSchema, response: commentSchema },
  deleteComment: { ...apiPaths.deleteComment, response: commentCountsSchema },
  restoreComment: { ...apiPaths.restoreComment, response: commentSchema },
  replyToComment: { ...apiPaths.replyToComment, body: commentTextSchema, response: commentSchema },
  resolveComment: { ...apiPaths.resolveComment, body: resolveSchema, response: commentCountsSchema },
  getNote: { ...apiPaths.getNote, response: privateNoteSchema },
  writeNote: { ...apiPaths.writeNote, body: writeNoteSchema, response: privateNoteSchema },
  deleteNote: { ...apiPaths.deleteNote, response: nothing },
  listReviews: { ...apiPaths.listReviews, query: reviewQuerySchema, response: reviewPageSchema },
  writeReview: { ...apiPaths.writeReview, body: writeReviewSchema, response: ratedSchema },
  deleteReview: { ...apiPaths.deleteReview, response: ratedSchema },
  acceptInvitation: { ...apiPaths.acceptInvitation, body: acceptSchema, shows: [], response: universeSummarySchema },
  listHistory: { ...apiPaths.listHistory, query: historyQuerySchema, response: historyPageSchema },
  listVersions: { ...apiPaths.listVersions, response: versionsSchema },
  restoreHistoryEntry: { ...apiPaths.restoreHistoryEntry, response: restoredSchema },
  nameVersion: { ...apiPaths.nameVersion, body: nameVersionSchema, response: versionsSchema },
  unnameVersion: { ...apiPaths.unnameVersion, response: versionsSchema },
  listStoryboards: { ...apiPaths.listStoryboards, response: z.object({ storyboards: z.array(savedStoryboardSchema) }) },
  saveStoryboard: { ...apiPaths.saveStoryboard, body: saveStoryboardSchema, response: storyboardDetailSchema },
  getStoryboard: { ...apiPaths.getStoryboard, response: storyboardDetailSchema },
  updateStoryboard: { ...apiPaths.updateStoryboard, body: updateStoryboardSchema, response: storyboardDetailSchema },
  deleteStoryboard: { ...apiPaths.deleteStoryboard, response: nothing },
  duplicateStoryboard: { ...apiPaths.duplicateStoryboard, response: storyboardDetailSchema },
  listStoryboardVersions: {
    ...apiPaths.listStoryboardVersions,
    response: z.object({ versions: z.array(storyboardVersionSchema) }),
  },
  restoreStoryboardVersion: { ...apiPaths.restoreStoryboardVersion, response: storyboardDetailSchema },
  getServerStatus: { ...apiPaths.getServerStatus, response: serverStatusSchema },
  sendClientReport: { ...apiPaths.sendClientReport, body: clientReportSchema, response: nothing },
} as const;

export type RouteName = keyof typeof routes;
type RouteOf<N extends RouteName> = (typeof routes)[N];
export type RouteBody<N extends RouteName> = RouteOf<N> extends { body: infer B extends z.ZodType } ? z.input<B> : undefined;
export type CheckedBody<N extends RouteName> = RouteOf<N> extends { body: infer B extends z.ZodType } ? z.output<B> : undefined;
/** The query as it is sent, and as it is once it was checked. */
export type RouteQuery<N extends RouteName> = RouteOf<N> extends { query: infer Q extends z.ZodType } ? z.input<Q> : undefined;
export type CheckedQuery<N extends RouteName> = RouteOf<N> extends { query: infer Q extends z.ZodType } ? z.output<Q> : undefined;
export type RouteResponse<N extends RouteName> = z.output<RouteOf<N>['response']>;
