import './keyboard-dialog.ts';
