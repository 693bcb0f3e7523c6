import type { AboutText } from './nl.ts';

/** Texts of the pages about the site in English, plain language. */
export const en: Readonly<Record<AboutText, string>> = {
  'about.title': 'About this site',
  'access.title': 'Accessibility',
  'privacy.title': 'Your privacy',
  'program.title': 'For programmers',
  'program.futures.link': 'To the policy table',
  'key.theme': 'light or dark',
  'key.table': 'your moves on the policy table',
  'key.charts': 'which charts you chose there',
  'key.verdicts': 'your verdicts on numbers that clash',
  'key.judgements': 'your judgements on targets',
  'key.reading': 'your decisions on a document',
  'about.lead':
    'Schaalsprong turns a strategic agenda into a system that computes ({region}). What was promised, what was measured, and what may happen?',
  'about.status': 'Who publishes this',
  'about.status.official': '{name} publishes this site as its official site.',
  'about.status.unofficial':
    '{name} publishes this site. It is not an official site of the parties to the agenda.',
  'about.status.none':
    'Not official. The makers of the agenda have neither published nor approved this site.',
  'about.status.document': 'The agenda itself prevails:',
  'about.contact': 'Questions and faults',
  'about.contact.none': 'Who runs this site gave no address for questions.',
  'about.contact.at': 'Ask a question or report a fault:',
  'about.code': 'The source code',
  'about.code.none':
    'Where the source code of this edition is was not given. The licence EUPL-1.2 entitles you to it: ask who runs the site.',
  'about.code.at': 'The source code with the content, under the EUPL-1.2:',
  'about.data': 'Figures of others',
  'about.data.text':
    'Figures of statistics offices keep their own licence. Each source says which, as far as known.',
  'about.data.licence': '{licence}: {n} sources',
  'about.data.licence.one': '{licence}: 1 source',
  'licence.unverified': 'not checked',
  'licence.closed': 'must not be distributed again',
  'about.data.link': 'To the sources',
  'about.made': 'What this was computed from',
  'about.made.text': 'Agenda {agenda}, figures {data}, model {model}; {futures} futures with seed {seed}.',
  'about.made.waiting': 'The standing is still being computed.',
  'about.synthetic': 'Firms and projects that were made up to show something are called made up everywhere.',
  'about.more': 'Read also',
  'access.lead': 'This site should work for everybody. Here is what we tested, and what we did not.',
  'access.status': 'Status',
  'access.status.text':
    'We aim at WCAG 2.2, level AA. Nobody from outside has checked that. So this is no statement of an audit.',
  'access.tested': 'What is tested at every change',
  'access.tested.axe': 'Every kind of page with axe: most in Dutch and in English, light and dark.',
  'access.tested.narrow': 'A screen 320 pixels wide: nothing falls outside it.',
  'access.tested.keyboard': 'Use with the keyboard alone, on the main pages.',
  'access.tested.chart': 'Every chart has a sentence, a table and a file with the same figures.',
  'access.untested': 'What was not tested',
  'access.untested.people': 'No test was done with people who use a screen reader or other aids.',
  'access.untested.files': 'PNG and SVG have a title and a description, but no table. Use the CSV for that.',
  'access.untested.script': 'Without JavaScript the site offers only files with the standing.',
  'access.untested.model': 'Names of variables of the model are English, on Dutch pages too.',
  'access.report': 'Does something not work for you?',
  'access.report.text':
    'Report it at the address of “About this site”. Say which page, and what you wanted to do.',
  'privacy.lead':
    'This site does not follow you. There are no cookies, no counters and nothing from other sites.',
  'privacy.browser': 'What stays in your own browser',
  'privacy.browser.text':
    'Your choices are kept in this browser, so that they are still there after closing it. The server does not get them. You erase them with the data of this site.',
  'privacy.pages':
    'After a visit to the policy table your browser also keeps the pages themselves, so that they work without a network. What you search for is in the address of the page of results.',
  'privacy.key': 'Name',
  'privacy.what': 'What it holds',
  'privacy.files': 'Files and sentences that you open',
  'privacy.files.text':
    'A document, model or text that you open is read in your browser. It does not leave your computer. The same goes for a sentence that you have checked. If you share that sentence, it is in the link, in a part that the server does not get.',
  'privacy.server': 'What the server gets',
  'privacy.server.text':
    'The server gets the address of the pages that you ask for. The program itself keeps no log of visitors. Whether who runs it does so elsewhere we do not know.',
  'privacy.shared':
    'If you make a short link of a setting, the server keeps that setting with the name that you gave. Anybody with the link can open it.',
  'program.lead': 'Everything that this site shows can be asked for by a program. No key is needed.',
  'program.api': 'The API',
  'program.api.text': 'The description by OpenAPI 3.1 lists every address with its answer:',
  'program.files': 'Files',
  'program.files.text': 'These addresses give a file. Put an id of the site in the place of the braces.',
  'program.address': 'Address',
  'program.type': 'Type',
  'program.python': 'In Python',
  'program.python.text': 'The standing of all targets, and the fan of one:',
  'program.futures': 'Futures as data',
  'program.futures.text':
    'The policy table has “Futures as a file”: a row per future with inputs and outcomes, as CSV or Parquet. This is how you open it:',
  'program.command': 'On the command line',
  'program.command.text':
    'With the source code on your computer you compute everything again. The same input gives the same bytes.',
  'program.ema': 'The archive of the last command opens in EMA Workbench with load_results.',
};
