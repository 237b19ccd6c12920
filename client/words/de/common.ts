/** Sentences that are used in many places. */
export const common = {
  Audio: 'Klang',
  Cancel: 'Abbrechen',
  Chat: 'Chat',
  Close: 'Schließen',
  Comments: 'Kommentare',
  Connect: 'Verbinden',
  Copied: 'Kopiert',
  Delete: 'Löschen',
  'Delete for good': 'Endgültig löschen',
  Description: 'Beschreibung',
  'Display name': 'Anzeigename',
  Edit: 'Bearbeiten',
  'Full screen': 'Vollbild',
  Keyboard: 'Tastatur',
  'Keyboard (shortcuts)': 'Tastenkürzel',
  Keys: 'Tasten',
  More: 'Mehr',
  Music: 'Musik',
  Mute: 'Stummschalten',
  'Not connected': 'Nicht verbunden',
  Off: 'Aus',
  'Show older': 'Ältere zeigen',
  On: 'An',
  'Only you': 'Nur du',
  Password: 'Passwort',
  Physics: 'Physik',
  Rename: 'Umbenennen',
  Save: 'Speichern',
  Share: 'Teilen',
  Storyboard: 'Storyboard',
  'Tap for sound': 'Für Ton tippen',
  Text: 'Text',
  'The connection dropped. Your changes are kept and will be sent.':
    'Die Verbindung ist abgerissen. Deine Änderungen bleiben erhalten und werden gesendet.',
  'The owner removed you from the room. You can come back in {minutes} minutes.':
    'Der Besitzer hat dich aus dem Raum entfernt. In {minutes} Minuten kannst du wiederkommen.',
  'The server answered with status {status}.': 'Der Server antwortete mit Status {status}.',
  'The server does not answer. Check the connection and try again.':
    'Der Server antwortet nicht. Prüfe die Verbindung und versuche es noch einmal.',
  'The server does not answer. Trying again.': 'Der Server antwortet nicht. Es wird noch einmal versucht.',
  'This page sent too many messages and was disconnected. Reload it to come back.':
    'Diese Seite hat zu viele Nachrichten gesendet und wurde getrennt. Lade sie neu, um zurückzukommen.',
  'Your browser blocks cookies, so you can only watch.': 'Dein Browser blockiert Cookies, darum kannst du nur zuschauen.',
  'Your browser blocks cookies, so you are not signed in, and this universe is not public.':
    'Dein Browser blockiert Cookies. Darum bist du nicht angemeldet, und dieses Universum ist nicht öffentlich.',
  'Your session has ended, and this universe is not public. Sign in to come back.':
    'Deine Sitzung ist beendet, und dieses Universum ist nicht öffentlich. Melde dich an, um zurückzukommen.',
  'Your session has ended. You continue as {name}.': 'Deine Sitzung ist beendet. Du machst als {name} weiter.',
  'You are no longer in this universe. Reload the page to come back.':
    'Du bist nicht mehr in diesem Universum. Lade die Seite neu, um zurückzukommen.',
  'The page asked for something that the server does not understand. Reload the page.':
    'Die Seite hat etwas verlangt, das der Server nicht versteht. Lade die Seite neu.',
  'A part of the page could not be loaded. Check the connection and reload the page.':
    'Ein Teil der Seite konnte nicht geladen werden. Prüfe die Verbindung und lade die Seite neu.',
  'You no longer have access to this universe.': 'Du hast keinen Zugriff mehr auf dieses Universum.',
  'Try again': 'Noch einmal versuchen',
  Undo: 'Rückgängig',
  Unmute: 'Ton einschalten',
  '{0} of {1}': '{0} von {1}',
} as const;
