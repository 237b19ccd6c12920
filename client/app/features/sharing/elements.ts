import '../../../ui/people/share-dialog.ts';
