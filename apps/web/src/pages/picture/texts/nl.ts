/** Texts of the drawn picture in Dutch, plain language (B1). `{name}` is filled in. */
export const nl = {
  title: 'Hoe alles samenhangt',
  'finding.none': 'Twaalf onderwerpen en wat zij met elkaar doen.',
  finding:
    'Wat het vaakst doorwerkt op iets anders: {from}. Daar komt een tiende of meer vandaan van wat {list} tegenhoudt.',
  waiting: 'De toekomsten worden gerekend. De tekening staat er al, de dikte van de pijlen volgt.',
  how: 'Plus: meer geeft meer. Min: meer geeft minder. Hoe dikker een pijl, hoe meer van wat een onderwerp tegenhoudt daarlangs komt. De balk links is wat uit het onderwerp zelf komt.',
  'how.part': 'Per onderwerp tellen de pijlen en de balk op tot 100%. Vergelijk de dikte dus per onderwerp.',
  'how.narrow': 'Dunne pijlen staan alleen in de lijst.',
  rest: 'Wijs een onderwerp aan, of ga erheen met de Tab-toets. Dan leest u hier wat het tegenhoudt.',
  'about.met': 'Gehaald in {met}.',
  'about.value': 'Geen doel met een getal.',
  'about.held': 'Tegengehouden door {list}.',
  'about.one': 'Het model kent hier één grens, dus er valt niets te verdelen.',
  'about.none': 'Het model noemt hier geen grens.',
  'about.pending': 'Wordt gerekend.',
  'block.met': '{n} van {of}',
  'block.own': 'zelf {share}',
  'arrow.name': '{from} naar {to}: {sentence}',
  'arrow.share': '{share} van wat {to} tegenhoudt.',
  'alt.wide': 'Tekening van {n} onderwerpen met {m} pijlen. De tabel eronder zegt hetzelfde in woorden.',
  door: '{title}: naar de pagina',
  'table.from': 'Van',
  'table.to': 'Naar',
  'table.sign': 'Teken',
  'table.sentence': 'Wat er gebeurt',
  'table.share': 'Deel van wat tegenhoudt',
  'table.way': 'Variabelen van het model',
  unit: 'deel van wat een onderwerp tegenhoudt',
  leftOut: 'Wat niet getekend is',
  'leftOut.lead':
    'Elke pijl komt uit de vergelijkingen van het model. Deze directe invloeden kent het model ook, maar zij zijn niet getekend:',
  'leftOut.row': '{from} naar {to}: {reason}',
  'moved.none': 'Uw zetten veranderen in deze tekening niets dat meer is dan toeval.',
  moved: 'Verlicht is wat uw zetten veranderen, meer dan toeval: {list}.',
  'moved.start': 'Verplaats een knop: wat verandert, licht hier op.',
} as const;

/** Key of a text of the picture. */
export type PictureText = keyof typeof nl;
