import './connect-dialog.ts';
import './play-keys.ts';
