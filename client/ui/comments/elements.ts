import './pin-catcher.ts';
import './pin.ts';
import './comments-panel.ts';
