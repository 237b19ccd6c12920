import '../../../ui/templates/template-dialog.ts';
