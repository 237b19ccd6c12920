import './pin-catcher.ts';
import './pin.ts';
import './talk-panel.ts';
