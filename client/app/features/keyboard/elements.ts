import '../../../ui/keyboard/keyboard-dialog.ts';
