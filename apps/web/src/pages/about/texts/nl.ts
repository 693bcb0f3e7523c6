/** Texts of the pages about the site in Dutch, plain language (B1). `{name}` is filled in. */
export const nl = {
  'about.title': 'Over deze site',
  'access.title': 'Toegankelijkheid',
  'privacy.title': 'Privacy',
  'program.title': 'Voor programmeurs',
  'program.futures.link': 'Naar de beleidstafel',
  'key.theme': 'licht of donker',
  'key.table': 'uw zetten op de beleidstafel',
  'key.charts': 'welke grafieken u daar koos',
  'key.verdicts': 'uw oordelen over getallen die botsen',
  'key.judgements': 'uw oordelen over doelen',
  'key.reading': 'uw besluiten over een document',
  'about.lead':
    'Schaalsprong maakt van een strategische agenda een systeem dat doorrekent ({region}). Wat is beloofd, wat is gemeten, en wat kan er gebeuren?',
  'about.status': 'Wie dit uitgeeft',
  'about.status.official': '{name} geeft deze site uit als officiële site.',
  'about.status.unofficial':
    '{name} geeft deze site uit. Het is geen officiële site van de partijen van de agenda.',
  'about.status.none':
    'Niet officieel. De makers van de agenda hebben deze site niet uitgegeven en niet goedgekeurd.',
  'about.status.document': 'De agenda zelf is leidend:',
  'about.contact': 'Vragen en fouten',
  'about.contact.none': 'Wie deze site beheert, gaf geen adres op voor vragen.',
  'about.contact.at': 'Stel uw vraag of meld een fout:',
  'about.code': 'De broncode',
  'about.code.none':
    'Waar de broncode van deze uitgave staat, is niet opgegeven. De licentie EUPL-1.2 geeft u er recht op: vraag de beheerder.',
  'about.code.at': 'De broncode met de inhoud, onder de EUPL-1.2:',
  'about.data': 'Cijfers van anderen',
  'about.data.text':
    'Cijfers van statistiekbureaus houden hun eigen licentie. Bij elke bron staat welke, voor zover bekend.',
  'about.data.licence': '{licence}: {n} bronnen',
  'about.data.licence.one': '{licence}: 1 bron',
  'licence.unverified': 'niet nagegaan',
  'licence.closed': 'mag niet opnieuw worden verspreid',
  'about.data.link': 'Naar de bronnen',
  'about.made': 'Waaruit dit is gerekend',
  'about.made.text':
    'Agenda {agenda}, cijfers {data}, model {model}; {futures} toekomsten met startgetal {seed}.',
  'about.made.waiting': 'De stand wordt nog gerekend.',
  'about.synthetic':
    'Bedrijven en projecten die zijn verzonnen om iets te laten zien, heten overal verzonnen.',
  'about.more': 'Lees ook',
  'access.lead': 'Deze site hoort voor iedereen te werken. Hier staat wat we hebben getest, en wat niet.',
  'access.status': 'Stand',
  'access.status.text':
    'Wij streven naar WCAG 2.2, niveau AA. Niemand heeft dat van buiten gecontroleerd. Dit is dus geen verklaring van een onderzoek.',
  'access.tested': 'Wat bij elke wijziging wordt getest',
  'access.tested.axe':
    'Elk soort pagina met axe: de meeste in het Nederlands en in het Engels, licht en donker.',
  'access.tested.narrow': 'Een scherm van 320 pixels breed: niets valt buiten beeld.',
  'access.tested.keyboard': 'Bediening met alleen het toetsenbord, op de belangrijkste pagina’s.',
  'access.tested.chart': 'Elke grafiek heeft een zin, een tabel en een bestand met dezelfde cijfers.',
  'access.untested': 'Wat niet is getest',
  'access.untested.people': 'Er is niet getest met mensen die een schermlezer of andere hulp gebruiken.',
  'access.untested.files':
    'PNG en SVG hebben een titel en een beschrijving, maar geen tabel. Gebruik daarvoor de CSV.',
  'access.untested.script': 'Zonder JavaScript toont de site alleen bestanden met de stand.',
  'access.untested.model': 'Namen van variabelen van het model zijn Engels, ook op Nederlandse pagina’s.',
  'access.report': 'Werkt iets niet voor u?',
  'access.report.text': 'Meld het op het adres van ‘Over deze site’. Zeg welke pagina, en wat u wilde doen.',
  'privacy.lead': 'Deze site volgt u niet. Er zijn geen cookies, geen tellers en niets van andere sites.',
  'privacy.browser': 'Wat in uw eigen browser blijft',
  'privacy.browser.text':
    'Uw keuzes worden in deze browser bewaard, zodat zij er na het sluiten nog zijn. De server krijgt ze niet. U wist ze met de gegevens van deze site.',
  'privacy.pages':
    'Na een bezoek aan de beleidstafel bewaart uw browser ook de pagina’s zelf. Zo werken zij zonder netwerk. Wat u zoekt, staat in het adres van de pagina met resultaten.',
  'privacy.key': 'Naam',
  'privacy.what': 'Wat erin staat',
  'privacy.files': 'Bestanden en zinnen die u opent',
  'privacy.files.text':
    'Een document, model of tekst die u opent, wordt in uw browser gelezen. Het verlaat uw computer niet. Dat geldt ook voor een zin die u laat nakijken. Deelt u die zin, dan staat hij in de link, in een deel dat de server niet krijgt.',
  'privacy.server': 'Wat de server krijgt',
  'privacy.server.text':
    'De server krijgt het adres van de pagina’s die u vraagt. Het programma zelf schrijft geen logboek van bezoekers. Of de beheerder dat elders doet, weten wij niet.',
  'privacy.shared':
    'Maakt u een korte link van een stand, dan bewaart de server die stand met de naam die u gaf. Iedereen met de link kan hem openen.',
  'program.lead':
    'Alles wat deze site toont, is ook op te vragen door een programma. Er is geen sleutel nodig.',
  'program.api': 'De API',
  'program.api.text': 'De beschrijving volgens OpenAPI 3.1 noemt elk adres met zijn antwoord:',
  'program.files': 'Bestanden',
  'program.files.text':
    'Deze adressen geven een bestand. Zet een id van de site op de plaats van de accolades.',
  'program.address': 'Adres',
  'program.type': 'Soort',
  'program.python': 'Met Python',
  'program.python.text': 'De stand van alle doelen, en een waaier van één doel:',
  'program.futures': 'Toekomsten als gegevens',
  'program.futures.text':
    'Op de beleidstafel staat ‘Toekomsten als bestand’: een rij per toekomst met invoer en uitkomsten, als CSV of Parquet. Zo opent u dat bestand:',
  'program.command': 'Op de opdrachtregel',
  'program.command.text':
    'Met de broncode op uw computer rekent u alles zelf na. Dezelfde invoer geeft dezelfde bytes.',
  'program.ema': 'Het archief van de laatste opdracht opent in EMA Workbench met load_results.',
} as const;

/** Key of a text of these pages. */
export type AboutText = keyof typeof nl;
