export const stringWorklet = 'string';
