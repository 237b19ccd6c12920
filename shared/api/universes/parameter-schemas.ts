import { z } from 'zod';
import { groupSchemas, type ParameterGroup, parameterGroups } from '../../parameters/index.ts';
import { refuse } from '../../refusals/refuse.ts';

const [physics, music, audio, visualization, coupling] = parameterGroups.map((group) => groupSchemas[group]);

/** The values of any one group. */
export const anyGroupSchema = z.union([physics!.values, music!.values, audio!.values, visualization!.values, coupling!.values]);
export const anyGroupPatchSchema = z.union([physics!.patch, music!.patch, audio!.patch, visualization!.patch, coupling!.patch]);

/** Returns the parameter group that a path names. @throws AppError `not-found` */
export function groupOfPath({ group }: Readonly<Record<string, string>>): ParameterGroup {
  const found = parameterGroups.find((known) => known === group);
  if (!found) throw refuse('no-parameter-group', { groups: parameterGroups.join(', ') });
  return found;
}

export const groupPatchSchema = (params: Readonly<Record<string, string>>) => groupSchemas[groupOfPath(params)].patch;
