export { describe, type Description, type Facts } from './describe.ts';
export { type Descriptor, type DescriptorGroup, descriptorIndex, type DescriptorName, descriptors } from './descriptors.ts';
export { distance } from './distance.ts';
export { editsBetween } from './edits-between.ts';
export { explain, type Explanation } from './explain.ts';
export { type Fault, faultOf } from './guard.ts';
export { norms } from './norms.ts';
export { type Freedom, freeParameters, freesThings, type Scope, scopeOf, scopes } from './scope.ts';
export { crossed, mutated } from './vary.ts';
