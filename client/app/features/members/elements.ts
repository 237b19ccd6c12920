import '../../../ui/together/chat-panel.ts';
import '../../../ui/together/lock.ts';
import '../../../ui/together/together-overlay.ts';
