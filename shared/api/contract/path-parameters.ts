import { z } from 'zod';
import { parameterGroups } from '../../parameters/index.ts';
import type { apiPaths } from './paths.ts';

type ParameterIn<P extends string> = P extends `${string}/:${infer Name}/${infer Rest}`
  ? Name | ParameterIn<`/${Rest}`>
  : P extends `${string}/:${infer Name}`
    ? Name
    : never;
type PathParameter = ParameterIn<(typeof apiPaths)[keyof typeof apiPaths]['path']>;

const id = z.string();

/** The parameters of paths, with their schemas and descriptions. */
export const pathParameters: Readonly<Record<PathParameter, z.ZodType>> = {
  id: id.describe('Id of the universe, template, user or notification.'),
  group: z.enum(parameterGroups).describe('Parameter group.'),
  userId: id.describe('Id of the collaborator.'),
  provider: id.describe('Id of the identity provider.'),
  invitationId: id.describe('Id of the invitation.'),
  commentId: id.describe('Id of the comment.'),
  storyboardId: id.describe('Id of the storyboard.'),
  sequence: z
    .string()
    .regex(/^\d{1,9}$/)
    .describe('Number of an edit; means the state right after it.'),
  version: z.string().regex(/^\d+$/).describe('Number of the version.'),
};

export const isPathParameter = (name: string): name is PathParameter => Object.hasOwn(pathParameters, name);
