import './template-dialog.ts';
