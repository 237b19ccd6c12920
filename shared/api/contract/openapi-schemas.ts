import { z } from 'zod';
import { groupSchemas, parameterGroups } from '../../parameters/index.ts';
import { documentSchema, emitterSchema, storyboardContentSchema, wellSchema } from '../../universe/index.ts';
import {
  trashedUniverseSchema,
  favouriteStateSchema,
  nothing,
  type RouteName,
  routes,
  universeDetailSchema,
  universeSummarySchema,
} from './contract.ts';
import { auditEntrySchema } from '../accounts/audit-log-schemas.ts';
import { errorBodySchema } from '../error-schema.ts';
import { commentSchema, commentCountsSchema, threadSchema } from '../feedback/comment-schemas.ts';
import { notificationSchema, unreadSchema } from '../accounts/notification-schemas.ts';
import { privateNoteSchema } from '../feedback/note-schemas.ts';
import { identitiesSchema, meSchema, preferencesSchema, profileSchema, signInMethodsSchema } from '../accounts/user-schemas.ts';
import { ratedSchema, reviewSchema } from '../feedback/review-schemas.ts';
import { collaboratorSchema, invitationSchema, collaboratorsSchema, publicUserSchema } from '../universes/sharing-schemas.ts';
import { thumbnailSchema } from '../universes/thumbnail-schemas.ts';
import { savedStoryboardSchema, storyboardDetailSchema } from '../universes/storyboard-schemas.ts';
import { templateDetailSchema, templateSummarySchema } from '../universes/template-schemas.ts';
import { universeFileSchema } from '../universes/universe-schemas.ts';

export type JsonSchema = Record<string, unknown>;

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** Schemas that are used in several places, by their names in the document. Their input and output are the same. */
const shared: Readonly<Record<string, z.ZodType>> = {
  Error: errorBodySchema,
  Nothing: nothing,
  FavouriteState: favouriteStateSchema,
  Me: meSchema,
  SignInMethods: signInMethodsSchema,
  Identities: identitiesSchema,
  AuditEntry: auditEntrySchema,
  Preferences: preferencesSchema,
  User: publicUserSchema,
  Collaborators: collaboratorsSchema,
  Collaborator: collaboratorSchema,
  Invitation: invitationSchema,
  Template: templateSummarySchema,
  TemplateDetail: templateDetailSchema,
  Universe: universeSummarySchema,
  UniverseDetail: universeDetailSchema,
  UniverseFile: universeFileSchema,
  TrashedUniverse: trashedUniverseSchema,
  Document: documentSchema,
  Emitter: emitterSchema,
  Well: wellSchema,
  Storyboard: storyboardDetailSchema,
  SavedStoryboard: savedStoryboardSchema,
  StoryboardContent: storyboardContentSchema,
  Comment: commentSchema,
  Thread: threadSchema,
  CommentCounts: commentCountsSchema,
  Review: reviewSchema,
  Rated: ratedSchema,
  Thumbnail: thumbnailSchema,
  PrivateNote: privateNoteSchema,
  Notification: notificationSchema,
  Unread: unreadSchema,
  Profile: profileSchema,
  ...Object.fromEntries(parameterGroups.map((group) => [capital(group), groupSchemas[group].values])),
  ...Object.fromEntries(parameterGroups.map((group) => [`${capital(group)}Patch`, groupSchemas[group].patch])),
};

/** Names the schemas of one side of all routes, and returns the references to them. */
function named(io: 'input' | 'output', suffix: string, schemaOf: (name: RouteName) => z.ZodType | undefined) {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(shared)) registry.add(schema, { id });
  for (const name of Object.keys(routes) as RouteName[]) {
    const schema = schemaOf(name);
    if (schema && !registry.has(schema)) registry.add(schema, { id: capital(name) + suffix });
  }
  const path = (id: string) => `#/components/schemas/${id}`;
  const { schemas } = z.toJSONSchema(registry, { io, uri: path, unrepresentable: 'any' });
  const components = Object.entries(schemas).map(([id, { $schema: _schema, $id: _id, ...schema }]) => [id, schema] as const);
  return {
    components: Object.fromEntries<JsonSchema>(components),
    refer: (name: RouteName): JsonSchema => ({ $ref: path(registry.get(schemaOf(name)!)!.id) }),
  };
}

/** Returns the schemas of all answers and bodies, each under a name. */
export function nameSchemas() {
  const answers = named('output', 'Answer', (name) => routes[name].response);
  const bodies = named('input', 'Body', (name) => bodyOf(name));
  return {
    components: { ...bodies.components, ...answers.components },
    answerOf: answers.refer,
    bodyOf: bodies.refer,
  };
}

export function bodyOf(name: RouteName): z.ZodType | undefined {
  const route = routes[name];
  return 'body' in route ? route.body : undefined;
}
