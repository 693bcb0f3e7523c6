import type { PictureText } from './nl.ts';

/** Texts of the drawn picture in English, plain language. */
export const en: Readonly<Record<PictureText, string>> = {
  title: 'How everything hangs together',
  'finding.none': 'Twelve subjects, and what they do to each other.',
  finding:
    'What most often works through elsewhere: {from}. A tenth or more of what holds back {list} comes from there.',
  waiting:
    'The futures are being computed. The drawing is here already; the thickness of the arrows follows.',
  how: 'Plus: more gives more. Minus: more gives less. The thicker an arrow, the more of what holds a subject back comes along it. The bar on the left is what comes from the subject itself.',
  'how.part': 'Per subject the arrows and the bar add up to 100%. So compare thickness within a subject.',
  'how.narrow': 'Thin arrows are in the list only.',
  rest: 'Point at a subject, or go to it with the Tab key, to read here what holds it back.',
  'about.met': 'Met in {met}.',
  'about.value': 'No target with a number.',
  'about.held': 'Held back by {list}.',
  'about.one': 'The model knows one limit here, so there is nothing to divide.',
  'about.none': 'The model names no limit here.',
  'about.pending': 'Being computed.',
  'block.met': '{n} of {of}',
  'block.own': 'itself {share}',
  'arrow.name': '{from} to {to}: {sentence}',
  'arrow.share': '{share} of what holds {to} back.',
  'alt.wide': 'Drawing of {n} subjects with {m} arrows. The table below says the same in words.',
  door: '{title}: go to the page',
  'table.from': 'From',
  'table.to': 'To',
  'table.sign': 'Sign',
  'table.sentence': 'What happens',
  'table.share': 'Part of what holds back',
  'table.way': 'Variables of the model',
  unit: 'part of what holds a subject back',
  leftOut: 'What is not drawn',
  'leftOut.lead':
    'Every arrow comes from the equations of the model. These direct influences are in the model too, but are not drawn:',
  'leftOut.row': '{from} to {to}: {reason}',
  'moved.none': 'Your moves change nothing in this drawing that is more than chance.',
  moved: 'Lit is what your moves change, beyond chance: {list}.',
  'moved.start': 'Move a lever: what changes lights up here.',
};
