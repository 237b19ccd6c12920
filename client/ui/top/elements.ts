import './more-menu.ts';
