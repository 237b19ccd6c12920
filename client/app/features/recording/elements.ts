import '../../../ui/record/record-dialog.ts';
