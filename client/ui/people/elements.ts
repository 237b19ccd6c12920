import './share-dialog.ts';
