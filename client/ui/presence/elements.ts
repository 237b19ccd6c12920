import './chat-panel.ts';
import './lock.ts';
import './presence-overlay.ts';
