import { boundsParameters } from './physics/bounds.ts';
import { emissionParameters } from './physics/emission.ts';
import { forcesParameters } from './physics/forces.ts';
import { matterParameters } from './physics/matter.ts';
import { neighboursParameters } from './physics/neighbours.ts';

export const physicsParameters = {
  ...forcesParameters,
  ...matterParameters,
  ...emissionParameters,
  ...neighboursParameters,
  ...boundsParameters,
} as const;
