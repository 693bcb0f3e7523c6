/** Texts of the boxes in which something fails; they load with the pages that show them. */
export const nl = {
  'box.way': 'Gebied {n}: meer missers, of zuiverder',
  'box.way.finding':
    'Wie meer grenzen stelt, houdt minder missers over, maar wat overblijft gaat vaker mis. Dit gebied: {coverage} van de missers, {density} gaat mis.',
  'box.way.note':
    'Elk punt is een gebied dat de methode onderweg vond. De stippellijn is het deel dat misgaat in alle toekomsten samen.',
  'box.choose': 'Kies een gebied op deze weg',
  'box.step': 'stap {n} van {of}: {coverage} van de missers, {density} gaat mis, {limits}',
  'box.limits.none': 'geen grenzen',
  'box.limits.one': '1 grens',
  'box.limits': '{n} grenzen',
  'box.here': 'dit gebied: {limits}',
  'box.whole': 'alle toekomsten: {density}',
  'box.coverage': 'deel van alle missers dat erin ligt',
  'box.density': 'gaat mis, van wat erin ligt',
  'box.back': 'Terug naar het gebied dat de methode koos',
  'box.head.step': 'Stap',
  'box.head.coverage': 'Deel van alle missers',
  'box.head.density': 'Gaat mis, van wat erin ligt',
  'box.head.inside': 'Toekomsten erin',
  'box.head.limits': 'Grenzen',
  'box.scatter': 'Gebied {n}: {x} en {y}',
  'box.scatter.finding':
    'Van {n} getekende toekomsten liggen er {inside} tussen deze grenzen. Daarvan gaan er {missed} mis.',
  'box.scatter.note': 'Getekend zijn de eerste {n} van {of} toekomsten.',
  'box.scatter.more': 'Het gebied heeft nog {n} grenzen, die niet in deze tekening staan.',
  'box.scatter.more.one': 'Het gebied heeft nog één grens, die niet in deze tekening staat.',
  'box.scatter.where': 'Waar',
  'box.scatter.inside': 'tussen de getekende grenzen',
  'box.scatter.outside': 'daarbuiten',
  'box.missed': 'gaat mis',
  'box.met': 'gaat goed',
  'box.rect': 'het gebied',
  'fails.sure':
    'In dit gebied liggen {inside} toekomsten; bij {misses} daarvan gaat het mis ({density}). Dat is {coverage} van alle toekomsten waarin het misgaat.',
  'fails.doubt': 'Deze grens kan toeval zijn: {list}.',
  'fails.drawing': 'Gebied {n}: waar het misgaat',
  'fails.drawing.note':
    'De lijn is het hele bereik van het onzekere getal, de balk het deel waar het vaak misgaat.',
  'fails.head.uncertainty': 'Onzeker getal',
  'fails.head.limit': 'Hier gaat het mis',
  'fails.head.range': 'Hele bereik',
  'fails.head.chance': 'Maat voor toeval',
  'fails.atMost': 'tot {value}',
  'fails.atLeast': 'vanaf {value}',
  'fails.between': '{low} tot {high}',
  'fails.note':
    'Gevonden door stap voor stap toekomsten aan de rand weg te laten. Een ander gebied kan even goed passen.',
} as const;

/** A text of these boxes by its name. */
export type BoxText = keyof typeof nl;
