/** Texts of the page on methods, in Dutch. */
export const nl = {
  title: 'Rekent het goed?',
  lead: 'Doen de methoden wat zij moeten doen? Elke methode wordt hier opnieuw gedraaid, in uw eigen browser, op gevallen waarvan de uitkomst bekend is.',
  intro:
    'Links staat wat de bron zegt, rechts wat wij vinden. Een verschil binnen de marge telt als gelijk; bij een marge van nul moet elk cijfer kloppen. Niets hiervan is bewaard: wie de pagina opnieuw opent, rekent opnieuw.',
  loading: 'De proeven worden geladen …',
  broken:
    'De proeven konden niet starten: deze browser laat geen rekendraad toe. De tests van het project draaien dezelfde proeven.',
  'tally.all': 'Alle {n} getallen van {checks} proeven kloppen.',
  'tally.some': '{n} van de {of} getallen van {checks} proeven kloppen; {off} niet.',
  'tally.busy': 'Nog bezig: {n} van {of} proeven gedaan.',
  'tally.slow': 'Nog niet gedraaid: {n} proeven die langer duren.',
  'run.slow': 'Draai ook de langere proeven',
  'run.again': 'Draai alles opnieuw',
  'group.sampling': 'Trekkingen',
  'group.sampling.what':
    'Hoe toekomsten worden gekozen: Latijnse hyperkubus, Sobol, Halton, alle combinaties, Morris, Saltelli.',
  'group.distributions': 'Verdelingen',
  'group.distributions.what': 'Hoe vaak een waarde voorkomt, tegen de formule.',
  'group.sensitivity': 'Gevoeligheid',
  'group.sensitivity.what': 'Welke onzekerheid doet ertoe: Sobol, Morris, DGSM, delta, PAWN, beslisbomen.',
  'group.discovery': 'Waar gaat het mis',
  'group.discovery.what': 'Welke toekomsten missen een doel: PRIM, CART, logistische regressie.',
  'group.robustness': 'Robuustheid',
  'group.robustness.what':
    'Hoe goed houdt een pakket zich in alle toekomsten: spijt, slechtste geval, genoeg.',
  'group.search': 'Zoeken',
  'group.search.what':
    'Welke pakketten zijn niet te verbeteren zonder ergens in te leveren: epsilon-NSGA-II.',
  'group.why': 'Waarom',
  'group.why.what': 'Wie draagt wat bij aan een verschil: Shapley, Owen, waarde van kennis.',
  'group.models': 'Modellen',
  'group.models.what': 'Modellen met een bekende uitkomst, door dezelfde rekenkern als het regiomodel.',
  'group.holds': '{n} van {of} getallen kloppen',
  'group.pending': 'nog niet gedraaid',
  'check.failed': 'Deze proef stopte: {why}',
  'check.source': 'Bron: {source}',
  'check.run': 'Draai',
  'check.running': 'Bezig …',
  'column.name': 'Getal',
  'column.expected': 'Verwacht',
  'column.found': 'Gevonden',
  'column.tolerance': 'Marge',
  'column.holds': 'Klopt',
  'holds.yes': 'ja',
  'holds.no': 'nee',
} as const;
export type MethodsText = keyof typeof nl;
