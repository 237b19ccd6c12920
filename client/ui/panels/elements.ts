import './things-panel.ts';
