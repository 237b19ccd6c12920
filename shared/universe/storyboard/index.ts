export * from './edit-storyboard.ts';
export * from './position.ts';
export * from './playhead.ts';
export * from './apply-storyboard.ts';
export * from './storyboard-schema.ts';
export * from './storyboard.ts';
export * from './targets.ts';
export * from './tracks.ts';
