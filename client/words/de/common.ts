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
  'Display name': 'Anzeigename',
  Edit: 'Bearbeiten',
  'Full screen': 'Vollbild',
  Keyboard: 'Tastatur',
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
  'The connection dropped. Your changes are kept and will be sent.':
    'Die Verbindung ist abgerissen. Deine Änderungen bleiben erhalten und werden gesendet.',
  'The owner removed you from the room. You can come back in {minutes} minutes.':
    'Der Besitzer hat dich aus dem Raum entfernt. In {minutes} Minuten kannst du wiederkommen.',
  'The server answered with status {status}.': 'Der Server antwortete mit Status {status}.',
  'The server does not answer. Check the connection and try again.':
    'Der Server antwortet nicht. Prüfe die Verbindung und versuche es noch einmal.',
  'The server does not answer. Trying again.': 'Der Server antwortet nicht. Es wird noch einmal versucht.',
  'This page sent more than the universe takes, and was let go. Reload it to come back.':
    'Diese Seite hat mehr gesendet, als das Universum annimmt, und wurde getrennt. Lade sie neu, um zurückzukommen.',
  'Your browser refuses cookies, so you can only watch.': 'Dein Browser lehnt Cookies ab, darum kannst du nur zuschauen.',
  'Your browser refuses cookies, so nobody knows here who you are, and this universe is not open to everybody.':
    'Dein Browser lehnt Cookies ab. Darum weiß hier niemand, wer du bist, und dieses Universum ist nicht für alle offen.',
  'Your session has ended, and this universe is not open to everybody. Sign in to come back.':
    'Deine Sitzung ist beendet, und dieses Universum ist nicht für alle offen. Melde dich an, um zurückzukommen.',
  'Your session has ended. You go on as {name}.': 'Deine Sitzung ist beendet. Du machst als {name} weiter.',
  'The universe does not know you any more. Reload the page to come back.':
    'Das Universum kennt dich nicht mehr. Lade die Seite neu, um zurückzukommen.',
  'The page asked for something that the server does not understand. Reload the page.':
    'Die Seite hat etwas verlangt, das der Server nicht versteht. Lade die Seite neu.',
  'A part of the page could not be fetched. Check the connection and reload the page.':
    'Ein Teil der Seite konnte nicht geladen werden. Prüfe die Verbindung und lade die Seite neu.',
  'This universe is not open to you any more.': 'Dieses Universum steht dir nicht mehr offen.',
  'Try again': 'Noch einmal versuchen',
  Undo: 'Rückgängig',
  Unmute: 'Ton einschalten',
  '{0} of {1}': '{0} von {1}',
} as const;
