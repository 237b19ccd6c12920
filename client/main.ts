import { startClient } from './app/harmonic-app.ts';

// What is loaded has run; the first picture of the page is a task of its own.
setTimeout(() => void startClient(document.body));
