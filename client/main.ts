import { startApp } from './app/harmonic-app.ts';

startApp(document.body);
