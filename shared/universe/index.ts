export * from './apply-edit.ts';
export * from './canonical-document.ts';
export * from './document-schema.ts';
export * from './document.ts';
export * from './edits.ts';
export * from './entity-fields.ts';
export * from './migrations.ts';
export * from './template.ts';
