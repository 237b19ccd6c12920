import './chat-panel.ts';
import './lock.ts';
import './together-overlay.ts';
