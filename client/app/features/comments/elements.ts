import '../../../ui/talk/talk-panel.ts';
import '../../../ui/talk/pin.ts';
import '../../../ui/talk/pin-catcher.ts';
