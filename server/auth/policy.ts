import type { SharedRole } from '../../shared/api/universes/universe.ts';
import { refuse } from '../../shared/refusals/refuse.ts';

/**
 * What somebody is to one universe. `spectator` is whoever asked only to watch; `anonymous` has no identity yet; `binner` is the
 * owner of one that lies in the trash, and `trashCollaborator` who has a role of their own in it: it exists for nobody else then.
 */
export const roles = ['owner', 'editor', 'viewer', 'spectator', 'anonymous', 'binner', 'trashCollaborator'] as const;
export type Role = (typeof roles)[number];

/** Everything that can be done with a universe, and who may: what is not named here is denied. */
const whoMay = {
  'universe.read': ['owner', 'editor', 'viewer', 'spectator', 'anonymous'],
  'universe.export': ['owner', 'editor', 'viewer', 'spectator', 'anonymous'],
  /** From the trash it is a copy of what would be gone. */
  'universe.fork': ['owner', 'editor', 'viewer', 'spectator', 'trashCollaborator'],
  'universe.update': ['owner'],
  'universe.delete': ['owner'],
  'universe.restore': ['binner'],
  'universe.transfer': ['owner'],
  'people.read': ['owner', 'editor', 'viewer'],
  'people.change': ['owner'],
  'people.leave': ['editor', 'viewer', 'trashCollaborator'],
  'invitations.read': ['owner'],
  'invitations.change': ['owner'],
  'comment.read': ['owner', 'editor', 'viewer', 'spectator', 'anonymous'],
  /** To say something, and to change or take back what one has said. */
  'comment.write': ['owner', 'editor', 'viewer'],
  /** To resolve the threads of others. */
  'comment.resolve': ['owner', 'editor'],
  /** To delete what others have said. */
  'comment.moderate': ['owner'],
  'review.read': ['owner', 'editor', 'viewer', 'spectator', 'anonymous'],
  'review.write': ['editor', 'viewer'],
  /** To note something for oneself, which nobody else ever reads. */
  'note.keep': ['owner', 'editor', 'viewer', 'spectator'],
  'history.read': ['owner', 'editor', 'viewer'],
  'history.change': ['owner', 'editor'],
  'storyboard.read': ['owner', 'editor', 'viewer', 'spectator', 'anonymous'],
  'storyboard.change': ['owner', 'editor'],
  /** To give it another picture. */
  'thumbnail.change': ['owner', 'editor'],
  'room.join': ['owner', 'editor', 'viewer', 'spectator'],
  'room.watch': ['owner', 'editor', 'viewer', 'spectator', 'anonymous'],
  'room.edit': ['owner', 'editor'],
  'room.transport': ['owner', 'editor'],
  /** To be seen to point at, select and look at things. */
  'room.point': ['owner', 'editor', 'viewer'],
  'room.attend': ['owner', 'editor', 'viewer', 'spectator'],
  /** To be shown what another sees. */
  'room.follow': ['owner', 'editor', 'viewer', 'spectator'],
  'room.chat': ['owner', 'editor', 'viewer'],
  /** To react without words, and to raise one's hand. */
  'room.react': ['owner', 'editor', 'viewer', 'spectator'],
  /** To lower hands, mute, and see off. */
  'room.moderate': ['owner'],
  /** To let those take part who only watch. */
  'room.promote': ['owner', 'editor'],
  /** To present, and to let somebody else. */
  'room.present': ['owner'],
  'room.rename': ['owner', 'editor', 'viewer', 'spectator'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof whoMay;
export const actions = Object.keys(whoMay) as readonly Action[];

/** The part of a universe that decides who may do what. */
export interface Guarded {
  ownerId: string;
  isPublic: boolean;
  linkRole: SharedRole;
  /** Who was given a role of their own, by their ids. */
  collaborators: Readonly<Record<string, SharedRole>>;
  deletedAt: Date | null;
}

/** The role of somebody in a universe, or null where the universe does not exist for them. */
export function roleOf(userId: string | null, universe: Guarded): Role | null {
  const isOwner = userId !== null && userId === universe.ownerId;
  const own = userId !== null && Object.hasOwn(universe.collaborators, userId) ? universe.collaborators[userId]! : null;
  if (universe.deletedAt) return isOwner ? 'binner' : own === null ? null : 'trashCollaborator';
  if (isOwner) return 'owner';
  const byLink = universe.isPublic ? universe.linkRole : null;
  if (own === null && byLink === null) return null;
  if (userId === null) return 'anonymous';
  // Whoever came by a link is not less for having been named.
  return own === 'editor' || byLink === 'editor' ? 'editor' : 'viewer';
}

export function mayDo(role: Role | null, action: Action): boolean {
  return role !== null && (whoMay[action] as readonly Role[]).includes(role);
}

/**
 * The role with which somebody may do `action`.
 * @throws AppError `not-found` where they may not even know of the universe, `not-allowed` where they may not do this.
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
 * Lets somebody do to a comment what its author may do to their own, and others where they may do it to all.
 * @throws AppError as `authorize` does; `others` is null for what nobody may do to what another has said.
 */
export function authorizeComment(userId: string | null, universe: Guarded, authorId: string | null, others: Action | null): void {
  authorize(userId, universe, 'comment.write');
  if (authorId === userId) return;
  if (others === null) throw refuse('comment-of-other');
  authorize(userId, universe, others);
}

/**
 * Lets somebody take away what is their own, whatever became of the universe: nobody has to see it to take back what they said of it.
 * @throws AppError as `authorize` does, where there is nothing of theirs.
 */
export function authorizeRemoval(userId: string | null, universe: Guarded, isOwn: boolean, action: Action): void {
  if (userId === null || !isOwn) authorize(userId, universe, action);
}

/** What somebody is to one template; those that come with the product are read by everybody, and nobody's. */
export const templateRoles = ['author', 'reader'] as const;
export type TemplateRole = (typeof templateRoles)[number];

const whoMayTemplate = {
  'template.read': ['author', 'reader'],
  /** To begin a universe with it. */
  'template.use': ['author', 'reader'],
  'template.update': ['author'],
  'template.delete': ['author'],
} as const satisfies Record<string, readonly TemplateRole[]>;

export type TemplateAction = keyof typeof whoMayTemplate;
export const templateActions = Object.keys(whoMayTemplate) as readonly TemplateAction[];

/** The part of a template that decides who may do what. */
export interface GuardedTemplate {
  /** Null for those that come with the product. */
  ownerId: string | null;
  isPublic: boolean;
}

/** The role of somebody in a template, or null where it does not exist for them. */
export function templateRoleOf(userId: string | null, { ownerId, isPublic }: GuardedTemplate): TemplateRole | null {
  if (userId !== null && userId === ownerId) return 'author';
  return ownerId === null || isPublic ? 'reader' : null;
}

const mayDoToTemplate = (role: TemplateRole | null, action: TemplateAction): boolean =>
  role !== null && (whoMayTemplate[action] as readonly TemplateRole[]).includes(role);

/** Whether a template is somebody's to change. */
export const mayChangeTemplate = (userId: string | null, template: GuardedTemplate): boolean =>
  mayDoToTemplate(templateRoleOf(userId, template), 'template.update');

/** @throws AppError `not-found` where somebody may not even know of the template, `not-allowed` where they may not do this. */
export function authorizeTemplate(userId: string | null, template: GuardedTemplate, action: TemplateAction): void {
  const role = templateRoleOf(userId, template);
  if (role === null) throw refuse('no-template');
  if (!mayDoToTemplate(role, action)) {
    throw refuse('template-read-only');
  }
}

/** What somebody is to the server. A stranger sent no cookie, a guest is known by one alone. */
export type AccountStatus = 'stranger' | 'guest' | 'member';

export type PersonAction =
  | 'profile.read'
  | 'person.read'
  | 'person.update'
  | 'person.export'
  | 'person.delete'
  | 'person.bin'
  | 'person.notifications'
  | 'person.activity'
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
  'person.read',
  'person.update',
  'person.export',
  'person.delete',
  'person.bin',
  'person.notifications',
  'person.activity',
  'invitation.accept',
] as const;

/** At the door, and by the secrets of letters: who somebody is does not matter there. */
const anybodys = ['account.log-in', 'account.log-out', 'account.ways-in', 'account.verify', 'account.recover', 'account.arrive'] as const;

const membersAlone = [
  'account.change-password',
  'account.confirm',
  'account.sign-out-everywhere',
  'account.send-verification',
  'account.link',
  'account.identities',
] as const;

/** A profile is for everybody; all else each may do to themselves alone. */
const allowedToPerson: Readonly<Record<AccountStatus, readonly PersonAction[]>> = {
  stranger: [...anybodys, 'profile.read', 'account.register'],
  guest: [...anybodys, ...ownData, 'account.register'],
  member: [...anybodys, ...ownData, ...membersAlone],
};

/** The part of a person that decides what they may do to themselves. */
export interface Standee {
  accountSince: Date | null;
}

export function standingOf(user: Standee | null): AccountStatus {
  if (user === null) return 'stranger';
  return user.accountSince === null ? 'guest' : 'member';
}

/**
 * Lets somebody do `action` to themselves.
 * @throws AppError `conflict` where they register a second time, `not-allowed` where it takes an account.
 */
export function authorizePerson(user: Standee | null, action: PersonAction): void {
  const standing = standingOf(user);
  if (allowedToPerson[standing].includes(action)) return;
  if (action === 'account.register') throw refuse('account-exists');
  throw refuse('sign-in-needed');
}

/** For how long, in milliseconds, a user counts as having just proved who they are. */
export const freshMs = 10 * 60 * 1000;

/** What lets whoever does it keep an account that is not theirs: a session that somebody has left open is not enough. */
const freshActions: readonly PersonAction[] = ['account.link', 'person.delete'];

/**
 * Lets a user with an account do `action` only shortly after they proved who they are, at `signedInAt`, in milliseconds since 1970.
 * @throws AppError `reauthentication-needed`, or as `authorizePerson` does.
 */
export function authorizeFresh(user: Standee | null, action: PersonAction, signedInAt: number): void {
  authorizePerson(user, action);
  if (!freshActions.includes(action) || standingOf(user) !== 'member' || Date.now() - signedInAt < freshMs) return;
  throw refuse('confirmation-needed');
}
