import { z } from 'zod';
import { documentSchema } from '../universe/index.ts';
import { apiPaths } from './paths.ts';

export const meSchema = z.object({ id: z.string(), displayName: z.string(), colour: z.string() });
export type Me = z.infer<typeof meSchema>;

export const templateSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  sentence: z.string(),
  category: z.string(),
  /** Path of the picture, or null until one was made. */
  thumbnail: z.string().nullable(),
});
export type TemplateSummary = z.infer<typeof templateSummarySchema>;

export const universeSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  isPublic: z.boolean(),
  /** What the link gives to others when it is public. */
  linkRole: z.enum(['editor', 'viewer']),
  templateId: z.string().nullable(),
  forkedFromId: z.string().nullable(),
  isMine: z.boolean(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type UniverseSummary = z.infer<typeof universeSummarySchema>;

export const universeDetailSchema = universeSummarySchema.extend({ document: documentSchema });
export type UniverseDetail = z.infer<typeof universeDetailSchema>;

const name = z.string().trim().min(1).max(100);
const description = z.string().trim().max(500);

/** From a template, or as a remix of a universe one may see. */
export const createUniverseSchema = z.union([
  z.strictObject({ templateId: z.string().min(1).max(40), name: name.optional() }),
  z.strictObject({ forkOf: z.string().min(1).max(40), name: name.optional() }),
]);

export const updateUniverseSchema = z
  .strictObject({
    name: name.optional(),
    description: description.optional(),
    isPublic: z.boolean().optional(),
    linkRole: z.enum(['editor', 'viewer']).optional(),
  })
  .refine((patch) => Object.keys(patch).length > 0, 'must name at least one field');

export const updateMeSchema = z.strictObject({ displayName: z.string().trim().min(1).max(40) });

/** Every route: method, path, what it takes and what it gives. Server and client derive from it. */
export const routes = {
  getMe: { ...apiPaths.getMe, response: meSchema },
  updateMe: { ...apiPaths.updateMe, body: updateMeSchema, response: meSchema },
  listTemplates: { ...apiPaths.listTemplates, response: z.object({ templates: z.array(templateSummarySchema) }) },
  getTemplate: { ...apiPaths.getTemplate, response: templateSummarySchema.extend({ document: documentSchema }) },
  listUniverses: {
    ...apiPaths.listUniverses,
    response: z.object({ mine: z.array(universeSummarySchema), recent: z.array(universeSummarySchema) }),
  },
  createUniverse: { ...apiPaths.createUniverse, body: createUniverseSchema, response: universeDetailSchema },
  getUniverse: { ...apiPaths.getUniverse, response: universeDetailSchema },
  updateUniverse: { ...apiPaths.updateUniverse, body: updateUniverseSchema, response: universeSummarySchema },
} as const;

export type RouteName = keyof typeof routes;
type RouteOf<N extends RouteName> = (typeof routes)[N];
export type RouteBody<N extends RouteName> = RouteOf<N> extends { body: infer B extends z.ZodType } ? z.input<B> : undefined;
export type RouteResponse<N extends RouteName> = z.output<RouteOf<N>['response']>;
