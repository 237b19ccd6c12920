export * from './defaults.ts';
export * from './field-schema.ts';
export * from './fields.ts';
export * from './normalise.ts';
export * from './registry.ts';
export * from './schema.ts';
export * from './topics.ts';
export * from './types.ts';
