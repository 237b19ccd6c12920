/** Descriptions of the built-in templates. Their names are not translated. */
export const templates = {
  'A cloud that breathes in lydian while it folds into itself.': 'Eine Wolke, die lydisch atmet, während sie sich in sich selbst faltet.',
  'A dead star keeps perfect time.': 'Ein toter Stern hält vollkommen den Takt.',
  'A heart that is drawn anew with every beat.': 'Ein Herz, das mit jedem Schlag neu gezeichnet wird.',
  'A river of light, one hundred thousand drops at once.': 'Ein Strom aus Licht, hunderttausend Tropfen auf einmal.',
  'A thousand suns pull one another into arms, and the dust follows.':
    'Tausend Sonnen ziehen einander zu Spiralarmen, und der Staub folgt.',
  'Brass rings turning in three, each at its own pace.': 'Messingringe drehen sich im Dreiertakt, jeder in seinem Tempo.',
  'Bubbles from the floor of a dark sea, five beats to the bar.': 'Blasen vom Grund eines dunklen Meeres, fünf Schläge im Takt.',
  drift: 'Drift',
  'Every drop that lands plucks a string.': 'Jeder Tropfen, der aufkommt, zupft eine Saite.',
  flow: 'Fluss',
  gravity: 'Schwerkraft',
  'Light goes up, comes down, and nobody is in a hurry.': 'Licht steigt auf, fällt herab, und niemand hat es eilig.',
  'One long note, and the weather around it.': 'Ein langer Ton und das Wetter um ihn herum.',
  pulse: 'Puls',
  rhythm: 'Rhythmus',
  'Six kinds chase, flee and gather; nobody told them to be cells.':
    'Sechs Arten jagen, fliehen und sammeln sich; niemand hat ihnen gesagt, dass sie Zellen sein sollen.',
  swarm: 'Schwarm',
  'Ten thousand birds agree without being told.': 'Zehntausend Vögel sind sich einig, ohne dass es ihnen jemand sagt.',
  'Two discs turn against each other and answer across the dark.':
    'Zwei Scheiben drehen sich gegeneinander und antworten sich durch das Dunkel.',
  'Whatever falls in rings on its way down.': 'Was hineinfällt, klingt auf dem Weg nach unten.',
} as const;
