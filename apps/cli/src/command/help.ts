import type { Lang, Text } from '@schaalsprong/words';
import { hanging } from '../terminal/table.ts';
import type { Command, Option, Options } from './command.ts';
import { everywhere } from './shared-options.ts';

const texts = {
  title: {
    nl: 'schaalsprong: de strategische agenda van een regio als werkend systeem',
    en: 'schaalsprong: the strategic agenda of a region as a running system',
  },
  usage: { nl: 'Gebruik', en: 'Usage' },
  options: { nl: 'Opties', en: 'Options' },
  examples: { nl: 'Voorbeelden', en: 'Examples' },
  everywhere: { nl: 'Overal', en: 'Everywhere' },
  'help-words': { nl: 'help [OPDRACHT]', en: 'help [COMMAND]' },
  'help-summary': {
    nl: 'deze tekst, of de opties en voorbeelden van een opdracht',
    en: 'this text, or the options and examples of a command',
  },
  default: { nl: 'standaard', en: 'default' },
  repeated: { nl: 'mag vaker', en: 'may be repeated' },
  exits: { nl: 'Afsluitcodes', en: 'Exit codes' },
  codes: {
    nl: '0 klaar   1 het antwoord is nee   2 verkeerd gebruik   3 foute invoer   4 iets was onbereikbaar',
    en: '0 done   1 the answer is no   2 wrong use   3 bad input   4 something could not be reached',
  },
  'more-codes': {
    nl: '70 een fout van schaalsprong zelf   130 afgebroken',
    en: '70 a fault of schaalsprong itself   130 cancelled',
  },
} as const;

/** The first column gives way to a text that is longer than this. */
const widestName = 28;

const inLang = (text: Text | string | number, lang: Lang): string =>
  typeof text === 'object' ? text[lang] : String(text);

/** Lines of two columns, the second aligned and wrapped. */
function columns(rows: readonly (readonly [string, string])[], width: number): string[] {
  const room = Math.max(...rows.map(([name]) => name.length).filter((length) => length <= widestName));
  return rows.flatMap(([name, text]) => [...hanging(`  ${name.padEnd(room)}  `, text, width)]);
}

function optionRow(name: string, option: Option, lang: Lang): readonly [string, string] {
  const help = option.help[lang];
  if (option.type === 'flag') return [`--${name}`, help];
  const value = option.type === 'choice' ? option.known.join('|') : inLang(option.value, lang);
  const remarks = [
    ...(option.repeated === true ? [texts.repeated[lang]] : []),
    ...(option.default === undefined ? [] : [`${texts.default[lang]}: ${inLang(option.default, lang)}`]),
  ];
  return [`--${name} ${value}`, remarks.length === 0 ? help : `${help} (${remarks.join('; ')})`];
}

const optionLines = (options: Options, lang: Lang, width: number): string[] =>
  columns(
    Object.entries(options).map(([name, option]) => optionRow(name, option, lang)),
    width,
  );

const usageOf = ({ name, words }: Command, lang: Lang): string =>
  words === undefined ? name : `${name} ${inLang(words, lang)}`;

/** Every command with its summary, what holds everywhere, and the exit codes. */
export function overview(commands: readonly Command[], lang: Lang, width: number): string {
  return [
    texts.title[lang],
    '',
    texts.usage[lang],
    ...columns(
      [
        ...commands.map((command) => [usageOf(command, lang), command.summary[lang]] as const),
        [texts['help-words'][lang], texts['help-summary'][lang]],
      ].map(([words = '', summary = '']) => [`schaalsprong ${words}`, summary] as const),
      width,
    ),
    '',
    texts.everywhere[lang],
    ...optionLines(everywhere, lang, width),
    '',
    texts.exits[lang],
    `  ${texts.codes[lang]}`,
    `  ${texts['more-codes'][lang]}`,
    '',
  ].join('\n');
}

/** One command: its usage, options and examples. */
export function commandHelp(command: Command, lang: Lang, width: number): string {
  const { name, summary, about, options, examples } = command;
  return [
    `schaalsprong ${name}: ${summary[lang]}`,
    '',
    texts.usage[lang],
    `  schaalsprong ${usageOf(command, lang)}`,
    ...(about === undefined ? [] : hanging('  ', about[lang], width)),
    '',
    texts.options[lang],
    ...optionLines(options, lang, width),
    '',
    texts.everywhere[lang],
    ...optionLines(everywhere, lang, width),
    '',
    texts.examples[lang],
    ...examples.map((words) => `  schaalsprong ${words}`),
    '',
  ].join('\n');
}
