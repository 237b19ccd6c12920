import type { AccountRole } from '../../shared/api/accounts/user.ts';
import type { SharedRole } from '../../shared/api/universes/universe.ts';
import { refuse } from '../../shared/refusals/refuse.ts';

/**
 * The role of a user in a universe. `spectator` asked only to watch; `anonymous` has no identity yet; `trashOwner` is the owner of a universe
 * in the trash, and `trashCollaborator` a collaborator of one: for all others it does not exist then.
 */
export const roles = ['owner', 'editor', 'viewer', 'spectator', 'anonymous', 'trashOwner', 'trashCollaborator'] as const;
export type Role = (typeof roles)[number];

/** Every action on a universe, and the roles that may do it: all else is denied. */
const whoMay = {
  'universe.read': ['owner', 'editor', 'viewer', 'spectator', 'anonymous'],
  'universe.export': ['owner', 'editor', 'viewer', 'spectator', 'anonymous'],
  /** From the trash, this copies a universe that will be deleted. */
  'universe.fork': ['owner', 'editor', 'viewer', 'spectator', 'trashCollaborator'],
  'universe.update': ['owner'],
  'universe.delete': ['owner'],
  'universe.restore': ['trashOwner'],
  'universe.transfer': ['owner'],
  'collaborators.read': ['owner', 'editor', 'viewer'],
  'collaborators.change': ['owner'],
  'collaborators.leave': ['editor', 'viewer', 'trashCollaborator'],
  'invitations.read': ['owner'],
  'invitations.change': ['owner'],
  'comment.read': ['owner', 'editor', 'viewer', 'spectator', 'anonymous'],
  /** Writing comments, and editing or deleting own ones. */
  'comment.write': ['owner', 'editor', 'viewer'],
  /** Resolving threads of other users. */
  'comment.resolve': ['owner', 'editor'],
  /** Deleting comments of other users. */
  'comment.moderate': ['owner'],
  'review.read': ['owner', 'editor', 'viewer', 'spectator', 'anonymous'],
  'review.write': ['editor', 'viewer'],
  /** Private notes, which only their author ever reads. */
  'note.write': ['owner', 'editor', 'viewer', 'spectator'],
  'history.read': ['owner', 'editor', 'viewer'],
  'history.change': ['owner', 'editor'],
  'storyboard.read': ['owner', 'editor', 'viewer', 'spectator', 'anonymous'],
  'storyboard.change': ['owner', 'editor'],
  /** Replacing the thumbnail. */
  'thumbnail.change': ['owner', 'editor'],
  'room.join': ['owner', 'editor', 'viewer', 'spectator'],
  'room.watch': ['owner', 'editor', 'viewer', 'spectator', 'anonymous'],
  'room.edit': ['owner', 'editor'],
  'room.transport': ['owner', 'editor'],
  /** Showing a cursor, a selection and a view to others. */
  'room.point': ['owner', 'editor', 'viewer'],
  'room.attend': ['owner', 'editor', 'viewer', 'spectator'],
  /** Being shown the view of another member. */
  'room.follow': ['owner', 'editor', 'viewer', 'spectator'],
  'room.chat': ['owner', 'editor', 'viewer'],
  /** Reacting without words, and raising a hand. */
  'room.react': ['owner', 'editor', 'viewer', 'spectator'],
  /** Lowering hands, muting and kicking. */
  'room.moderate': ['owner'],
  /** Letting spectators take part. */
  'room.promote': ['owner', 'editor'],
  /** Presenting, and letting another member present. */
  'room.present': ['owner'],
  'room.rename': ['owner', 'editor', 'viewer', 'spectator'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof whoMay;
export const actions = Object.keys(whoMay) as readonly Action[];

/** The part of a universe that decides the rights. */
export interface Guarded {
  ownerId: string;
  isPublic: boolean;
  linkRole: SharedRole;
  /** The roles of collaborators, by their ids. */
  collaborators: Readonly<Record<string, SharedRole>>;
  deletedAt: Date | null;
}

/** Returns the role of a user in a universe, or null if the universe does not exist for them. */
export function roleOf(userId: string | null, universe: Guarded): Role | null {
  const isOwner = userId !== null && userId === universe.ownerId;
  const own = userId !== null && Object.hasOwn(universe.collaborators, userId) ? universe.collaborators[userId]! : null;
  if (universe.deletedAt) return isOwner ? 'trashOwner' : own === null ? null : 'trashCollaborator';
  if (isOwner) return 'owner';
  const byLink = universe.isPublic ? universe.linkRole : null;
  if (own === null && byLink === null) return null;
  if (userId === null) return 'anonymous';
  // The link role applies if it is higher than the role as a collaborator.
  return own === 'editor' || byLink === 'editor' ? 'editor' : 'viewer';
}

export function mayDo(role: Role | null, action: Action): boolean {
  return role !== null && (whoMay[action] as readonly Role[]).includes(role);
}

/**
 * Returns the role with which the user may do `action`.
 * @throws AppError `not-found` if they may not know of the universe, `not-allowed` if they may not do this.
 */
export function authorize(userId: string | null, universe: Guarded, action: Action): Role {
  const role = roleOf(userId, universe);
  if (mayDo(role, action)) return role!;
  if (role === 'trashCollaborator') {
    throw refuse('universe-deleted');
  }
  if (role === null || !mayDo(role, 'universe.read')) throw refuse('no-universe');
  throw refuse(role === 'owner' && action === 'review.write' ? 'own-universe' : 'universe-read-only');
}

/**
 * Allows the author to change their own comment, and other users only if they may do `others`.
 * @throws AppError as `authorize`; `others` is null for changes that only the author may make.
 */
export function authorizeComment(userId: string | null, universe: Guarded, authorId: string | null, others: Action | null): void {
  authorize(userId, universe, 'comment.write');
  if (authorId === userId) return;
  if (others === null) throw refuse('comment-of-other');
  authorize(userId, universe, others);
}

/**
 * Allows users to delete their own content in any case: they need not see the universe for it.
 * @throws AppError as `authorize`, if the content is not theirs.
 */
export function authorizeRemoval(userId: string | null, universe: Guarded, isOwn: boolean, action: Action): void {
  if (userId === null || !isOwn) authorize(userId, universe, action);
}

/** The role of a user for a template; built-in templates are readable by all, and have no author. */
export const templateRoles = ['author', 'reader'] as const;
export type TemplateRole = (typeof templateRoles)[number];

const whoMayTemplate = {
  'template.read': ['author', 'reader'],
  /** Beginning a universe with the template. */
  'template.use': ['author', 'reader'],
  'template.update': ['author'],
  'template.delete': ['author'],
} as const satisfies Record<string, readonly TemplateRole[]>;

export type TemplateAction = keyof typeof whoMayTemplate;
export const templateActions = Object.keys(whoMayTemplate) as readonly TemplateAction[];

/** The part of a template that decides the rights. */
export interface GuardedTemplate {
  /** Null for built-in templates. */
  ownerId: string | null;
  isPublic: boolean;
}

/** Returns the role of a user for a template, or null if it does not exist for them. */
export function templateRoleOf(userId: string | null, { ownerId, isPublic }: GuardedTemplate): TemplateRole | null {
  if (userId !== null && userId === ownerId) return 'author';
  return ownerId === null || isPublic ? 'reader' : null;
}

const mayDoToTemplate = (role: TemplateRole | null, action: TemplateAction): boolean =>
  role !== null && (whoMayTemplate[action] as readonly TemplateRole[]).includes(role);

/** True if the user may change the template. */
export const mayChangeTemplate = (userId: string | null, template: GuardedTemplate): boolean =>
  mayDoToTemplate(templateRoleOf(userId, template), 'template.update');

/** @throws AppError `not-found` if the user may not know of the template, `not-allowed` if they may not do this. */
export function authorizeTemplate(userId: string | null, template: GuardedTemplate, action: TemplateAction): void {
  const role = templateRoleOf(userId, template);
  if (role === null) throw refuse('no-template');
  if (!mayDoToTemplate(role, action)) {
    throw refuse('template-read-only');
  }
}

/** Every action on the whole server, and the roles of accounts that may do it. */
const whoMayOnServer = {
  /** Seeing how the server is doing: numbers, and no content. */
  'server.watch': ['admin'],
} as const satisfies Record<string, readonly AccountRole[]>;

export type ServerAction = keyof typeof whoMayOnServer;
export const serverActions = Object.keys(whoMayOnServer) as readonly ServerAction[];

/** @throws AppError `not-allowed` if the role of the account does not allow this; null is a stranger */
export function authorizeServer(user: { role: AccountRole } | null, action: ServerAction): void {
  if (user === null || !(whoMayOnServer[action] as readonly AccountRole[]).includes(user.role)) throw refuse('admins-only');
}

/** The account status of a user. A stranger sent no cookie; a guest has only a cookie. */
export type AccountStatus = 'stranger' | 'guest' | 'member';

export type AccountAction =
  | 'profile.read'
  | 'account.read'
  | 'account.update'
  | 'account.export'
  | 'account.delete'
  | 'account.trash'
  | 'account.notifications'
  | 'account.activity'
  | 'invitation.accept'
  | 'account.register'
  | 'account.log-in'
  | 'account.log-out'
  | 'account.change-password'
  | 'account.confirm'
  | 'account.sign-out-everywhere'
  | 'account.ways-in'
  | 'account.send-verification'
  | 'account.verify'
  | 'account.recover'
  | 'account.arrive'
  | 'account.link'
  | 'account.identities';

const ownData = [
  'profile.read',
  'account.read',
  'account.update',
  'account.export',
  'account.delete',
  'account.trash',
  'account.notifications',
  'account.activity',
  'invitation.accept',
] as const;

/** Signing in and out, and links of mails: these do not depend on the account status. */
const anybodys = ['account.log-in', 'account.log-out', 'account.ways-in', 'account.verify', 'account.recover', 'account.arrive'] as const;

const membersAlone = [
  'account.change-password',
  'account.confirm',
  'account.sign-out-everywhere',
  'account.send-verification',
  'account.link',
  'account.identities',
] as const;

/** Profiles are readable by all; all other actions concern only the user themselves. */
const allowedToPerson: Readonly<Record<AccountStatus, readonly AccountAction[]>> = {
  stranger: [...anybodys, 'profile.read', 'account.register'],
  guest: [...anybodys, ...ownData, 'account.register'],
  member: [...anybodys, ...ownData, ...membersAlone],
};

/** The part of a user that decides their own rights. */
export interface AccountHolder {
  accountSince: Date | null;
}

export function accountStatusOf(user: AccountHolder | null): AccountStatus {
  if (user === null) return 'stranger';
  return user.accountSince === null ? 'guest' : 'member';
}

/**
 * Allows a subject `action` on themselves.
 * @throws AppError `conflict` if an account registers again, `not-allowed` if the action needs an account.
 */
export function authorizeAccount(user: AccountHolder | null, action: AccountAction): void {
  const standing = accountStatusOf(user);
  if (allowedToPerson[standing].includes(action)) return;
  if (action === 'account.register') throw refuse('account-exists');
  throw refuse('sign-in-needed');
}

/** The time for which an authentication counts as recent, in milliseconds. */
export const freshMs = 10 * 60 * 1000;

/** Actions that could take an account from its owner: a session that was left open is not enough for them. */
const freshActions: readonly AccountAction[] = ['account.link', 'account.delete'];

/**
 * Allows an account `action` only shortly after its authentication at `signedInAt`, in milliseconds since 1970.
 * @throws AppError `reauthentication-needed`, or as `authorizeAccount`.
 */
export function authorizeFresh(user: AccountHolder | null, action: AccountAction, signedInAt: number): void {
  authorizeAccount(user, action);
  if (!freshActions.includes(action) || accountStatusOf(user) !== 'member' || Date.now() - signedInAt < freshMs) return;
  throw refuse('confirmation-needed');
}
