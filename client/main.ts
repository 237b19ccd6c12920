import './common/no-compiled-schemas.ts';
import { startClient } from './app/harmonic-app.ts';

// Lets the loaded scripts finish: the first picture of the page is a task of its own.
setTimeout(() => void startClient(document.body));
