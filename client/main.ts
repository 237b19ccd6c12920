import { startApp } from './app/harmonic-app.ts';

// What is loaded has run; the first picture of the page is a task of its own.
setTimeout(() => void startApp(document.body));
