/** Messages about a part that fails to load, and the ways to go on. */
export const troubles = {
  'A part of this page could not be fetched. Check the connection and load the page again.':
    'Ein Teil dieser Seite konnte nicht geladen werden. Prüfe die Verbindung und lade die Seite neu.',
  'A part of this page has not come yet. The connection may be slow.':
    'Ein Teil dieser Seite ist noch nicht da. Vielleicht ist die Verbindung langsam.',
  'Back to the gallery': 'Zurück zur Galerie',
  'Go on without picture': 'Ohne Bild weiter',
  'Go on without sound': 'Ohne Ton weiter',
  'Load again': 'Neu laden',
  'Press to try again': 'Drücken, um es noch einmal zu versuchen',
  'The picture has not come yet. Without it you hear the universe, and can change it.':
    'Das Bild ist noch nicht da. Auch ohne es hörst du das Universum und kannst es verändern.',
  'The server does not let you into this universe.': 'Der Server lässt dich nicht in dieses Universum.',
  'The server has not answered yet. It may be busy, or the connection may be slow.':
    'Der Server hat noch nicht geantwortet. Vielleicht ist er beschäftigt oder die Verbindung langsam.',
  'The server has not let you into this universe yet. It may be busy, or the connection may be slow.':
    'Der Server hat dich noch nicht in dieses Universum gelassen. Vielleicht ist er beschäftigt oder die Verbindung langsam.',
  'The simulation does not run: nothing moves or plays here until it is started again.':
    'Die Simulation läuft nicht: Hier bewegt sich und klingt nichts, bis sie neu begonnen wird.',
  'The simulation has not answered for a while. On a slow device it may still be at work.':
    'Die Simulation hat eine Weile nicht geantwortet. Auf einem langsamen Gerät rechnet sie vielleicht noch.',
  'The sound could not be started. The universe moves on without it.':
    'Der Ton ließ sich nicht starten. Das Universum bewegt sich ohne ihn weiter.',
  'The sound has not come yet. The universe moves on without it.': 'Der Ton ist noch nicht da. Das Universum bewegt sich ohne ihn weiter.',
  'There is no sound in this browser.': 'In diesem Browser gibt es keinen Ton.',
  'There is a new version of this page. Load it again to go on.':
    'Es gibt eine neue Fassung dieser Seite. Lade sie neu, um weiterzumachen.',
  'This browser can not draw the picture. Without it you hear the universe, and can change it.':
    'Dieser Browser kann das Bild nicht zeichnen. Auch ohne es hörst du das Universum und kannst es verändern.',
} as const;
