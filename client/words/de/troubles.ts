/** Messages about a part that fails to load, and the ways to go on. */
export const troubles = {
  'A part of this page could not be loaded. Check the connection and reload the page.':
    'Ein Teil dieser Seite konnte nicht geladen werden. Prüfe die Verbindung und lade die Seite neu.',
  'A part of this page is still loading. The connection may be slow.':
    'Ein Teil dieser Seite lädt noch. Vielleicht ist die Verbindung langsam.',
  'Back to the gallery': 'Zurück zur Galerie',
  'Go on without picture': 'Ohne Bild weiter',
  'Go on without sound': 'Ohne Ton weiter',
  Reload: 'Neu laden',
  'Press to try again': 'Drücken, um es noch einmal zu versuchen',
  'The picture is still loading. Without it you can hear and change the universe.':
    'Das Bild lädt noch. Auch ohne es kannst du das Universum hören und verändern.',
  'The server denies access to this universe.': 'Der Server verweigert den Zugriff auf dieses Universum.',
  'The server has not answered yet. It may be busy, or the connection may be slow.':
    'Der Server hat noch nicht geantwortet. Vielleicht ist er beschäftigt oder die Verbindung langsam.',
  'The server has not opened this universe yet. It may be busy, or the connection may be slow.':
    'Der Server hat dieses Universum noch nicht geöffnet. Vielleicht ist er beschäftigt oder die Verbindung langsam.',
  'The simulation is not running: nothing moves or plays here until it is restarted.':
    'Die Simulation läuft nicht: Hier bewegt sich und klingt nichts, bis sie neu gestartet wird.',
  'The simulation is not responding. On a slow device it may still be working.':
    'Die Simulation antwortet nicht. Auf einem langsamen Gerät rechnet sie vielleicht noch.',
  'The sound could not be started. The universe runs without it.': 'Der Ton ließ sich nicht starten. Das Universum läuft ohne ihn weiter.',
  'The sound is still loading. The universe runs without it.': 'Der Ton lädt noch. Das Universum läuft ohne ihn weiter.',
  'There is no sound in this browser.': 'In diesem Browser gibt es keinen Ton.',
  'There is a new version of this page. Reload it to continue.': 'Es gibt eine neue Version dieser Seite. Lade sie neu, um weiterzumachen.',
  'This browser cannot draw the picture. Without it you can hear and change the universe.':
    'Dieser Browser kann das Bild nicht zeichnen. Auch ohne es kannst du das Universum hören und verändern.',
} as const;
