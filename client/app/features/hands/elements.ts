import '../../../ui/play/play-keys.ts';
import '../../../ui/play/connect-dialog.ts';
