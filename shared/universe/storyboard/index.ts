export * from './edit-storyboard.ts';
export * from './moment.ts';
export * from './playhead.ts';
export * from './staged-document.ts';
export * from './storyboard-schema.ts';
export * from './storyboard.ts';
export * from './targets.ts';
export * from './tracks.ts';
