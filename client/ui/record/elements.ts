import './record-dialog.ts';
