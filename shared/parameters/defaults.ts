import { fieldDefaults } from './fields.ts';
import { type ParameterValues, parameters } from './registry.ts';

export const defaultParameters: Readonly<ParameterValues> = Object.freeze(fieldDefaults(parameters));
