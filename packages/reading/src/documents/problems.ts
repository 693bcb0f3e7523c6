import type { CatalogueEntry } from '@schaalsprong/agenda';
import { type Fill, fill, type Lang, type Text } from '@schaalsprong/words';
import type { ReadWarning } from '../read/types.ts';

/**
 * Everything that can keep a document from being read, in both languages: what is wrong, and what to do. `docs/errors.md`
 * is the same table for readers; a test keeps the two equal.
 */
export const readCatalogue = {
  READ_FILE_MISSING: {
    message: { nl: 'Dit bestand is er niet.', en: 'This file does not exist.' },
    hint: { nl: 'Kijk de naam en de map na.', en: 'Look at the name and the folder.' },
  },
  READ_FOLDER: {
    message: { nl: 'Dit is een map, geen document.', en: 'This is a folder, not a document.' },
    hint: {
      nl: 'Noem een bestand uit de map: .pdf, .docx, .html of .txt.',
      en: 'Name a file of the folder: .pdf, .docx, .html or .txt.',
    },
  },
  READ_NOT_A_FILE: {
    message: { nl: 'Dit is geen gewoon bestand.', en: 'This is no ordinary file.' },
    hint: {
      nl: 'Sla het document op als bestand, en noem dat.',
      en: 'Save the document as a file, and name that.',
    },
  },
  READ_UNREADABLE: {
    message: {
      nl: 'Dit bestand is niet te openen ({reason}).',
      en: 'This file cannot be opened ({reason}).',
    },
    hint: {
      nl: 'Kijk of u het mag lezen, en of het niet in een ander programma vergrendeld is.',
      en: 'See that you may read it, and that no other program has it locked.',
    },
  },
  READ_EMPTY: {
    message: { nl: 'In dit bestand staat niets.', en: 'This file holds nothing.' },
    hint: {
      nl: 'Haal het document opnieuw op; het is waarschijnlijk niet helemaal aangekomen.',
      en: 'Get the document again; it probably did not arrive in whole.',
    },
  },
  READ_TOO_LARGE: {
    message: {
      nl: 'Dit bestand is {found} MB; hier worden er hoogstens {most} gelezen.',
      en: 'This file is {found} MB; at most {most} are read here.',
    },
    hint: {
      nl: 'Bewaar het kleiner (zonder foto’s), of verhoog de grens met --max-mb.',
      en: 'Save it smaller (without photographs), or raise the limit with --max-mb.',
    },
  },
  READ_TOO_MANY_PAGES: {
    message: {
      nl: 'Dit document heeft {found} bladzijden; in een keer worden er hoogstens {most} gelezen.',
      en: 'This document has {found} pages; at most {most} are read at a time.',
    },
    hint: {
      nl: 'Lees een deel, met --pages 1-{most}, of verhoog de grens met --max-pages.',
      en: 'Read a part, with --pages 1-{most}, or raise the limit with --max-pages.',
    },
  },
  READ_TOO_LONG: {
    message: {
      nl: 'De tekst is langer dan {most} tekens.',
      en: 'The text is longer than {most} characters.',
    },
    hint: {
      nl: 'Lees een deel van het document, of verhoog de grens met --max-characters.',
      en: 'Read a part of the document, or raise the limit with --max-characters.',
    },
  },
  READ_UNPACKS_TOO_LARGE: {
    message: {
      nl: 'Uitgepakt wordt dit document groter dan {most} MB. Zo maakt geen tekstverwerker het.',
      en: 'Unpacked, this document grows beyond {most} MB. No word processor makes one like that.',
    },
    hint: {
      nl: 'Vertrouw het bestand niet. Kent u de maker: laat het opnieuw opslaan, of als PDF.',
      en: 'Do not trust the file. If you know its maker: have it saved again, or as PDF.',
    },
  },
  READ_TIME: {
    message: {
      nl: 'Het lezen duurde langer dan {most} seconden en is gestopt.',
      en: 'Reading took longer than {most} seconds and was stopped.',
    },
    hint: {
      nl: 'Lees een deel, met --pages, of geef meer tijd met --max-seconds.',
      en: 'Read a part, with --pages, or give more time with --max-seconds.',
    },
  },
  READ_MEMORY: {
    message: {
      nl: 'Het lezen vroeg meer geheugen dan {most} MB en is gestopt.',
      en: 'Reading asked for more memory than {most} MB and was stopped.',
    },
    hint: {
      nl: 'Lees een deel, met --pages. Vertrouw een klein bestand dat dit doet niet.',
      en: 'Read a part, with --pages. Do not trust a small file that does this.',
    },
  },
  READ_FORMAT_UNKNOWN: {
    message: {
      nl: 'Dit is {what}. Dat wordt hier niet gelezen.',
      en: 'This is {what}. That is not read here.',
    },
    hint: {
      nl: 'Gelezen worden .pdf, .docx, .html en .txt. {advice}',
      en: 'What is read: .pdf, .docx, .html and .txt. {advice}',
    },
  },
  READ_OLD_WORD: {
    message: {
      nl: 'Dit is een document in de oude vorm van Word (.doc).',
      en: 'This is a document in the old form of Word (.doc).',
    },
    hint: {
      nl: 'Open het en sla het op als .docx of PDF.',
      en: 'Open it and save it as .docx or PDF.',
    },
  },
  READ_ENCRYPTED: {
    message: {
      nl: 'Dit document is met een wachtwoord beveiligd.',
      en: 'This document is protected with a password.',
    },
    hint: {
      nl: 'Open het met het wachtwoord en sla het op zonder beveiliging.',
      en: 'Open it with the password and save it without protection.',
    },
  },
  READ_DAMAGED: {
    message: {
      nl: 'Dit {format}-bestand is beschadigd of niet compleet ({detail}).',
      en: 'This {format} file is damaged or not complete ({detail}).',
    },
    hint: {
      nl: 'Haal het opnieuw op, of open het en sla het opnieuw op.',
      en: 'Get it again, or open it and save it again.',
    },
  },
  READ_NO_TEXT: {
    message: {
      nl: 'In dit document staat geen tekst, alleen beelden: het is een scan of een tekening.',
      en: 'This document holds no text, only images: it is a scan or a drawing.',
    },
    hint: {
      nl: 'Maak er met tekstherkenning (OCR) een PDF met tekst van, of vraag de maker om het origineel.',
      en: 'Make it a PDF with text by text recognition (OCR), or ask its maker for the original.',
    },
  },
  READ_GARBLED: {
    message: {
      nl: 'De letters van dit document zijn niet te herkennen: het zegt niet welk teken elke vorm is.',
      en: 'The letters of this document cannot be made out: it does not say which character each shape is.',
    },
    hint: {
      nl: 'Gebruik tekstherkenning (OCR), of vraag de maker om het origineel.',
      en: 'Use text recognition (OCR), or ask its maker for the original.',
    },
  },
  READ_ENTITIES: {
    message: {
      nl: 'Dit document bepaalt in zijn XML eigen tekens (DOCTYPE). Zo maakt geen tekstverwerker het.',
      en: 'This document defines characters of its own in its XML (DOCTYPE). No word processor makes one like that.',
    },
    hint: {
      nl: 'Vertrouw het bestand niet. Kent u de maker: laat het opnieuw opslaan.',
      en: 'Do not trust the file. If you know its maker: have it saved again.',
    },
  },
  READ_PAGES_NONE: {
    message: {
      nl: 'Bladzijden {from} tot en met {to} zijn er niet: het document heeft er {found}.',
      en: 'There are no pages {from} to {to}: the document has {found}.',
    },
    hint: {
      nl: 'Kies bladzijden van 1 tot en met {found}.',
      en: 'Choose pages from 1 to {found}.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
/** Code of a reading error. */
export type ReadCode = keyof typeof readCatalogue;

/** Warnings about a document that was read. `page` is set where it is about one page. */
export const readWarnings = {
  READ_EXTENSION: {
    nl: 'De naam eindigt op .{extension}, maar de inhoud is {format}; zo is het gelezen.',
    en: 'The name ends in .{extension}, but the content is {format}; it was read as that.',
  },
  READ_ENCODING: {
    nl: 'De tekst is geen UTF-8; zij is gelezen als {encoding}. Kijk of letters met accenten goed staan.',
    en: 'The text is no UTF-8; it was read as {encoding}. See that letters with accents are right.',
  },
  READ_PAGES_WITHOUT_TEXT: {
    nl: 'Zonder tekst: bladzijde {pages}. Staat daar een scan of tabel als beeld, dan is die niet gelezen.',
    en: 'Without text: page {pages}. If a scan or a table stands there as an image, it was not read.',
  },
  READ_RUNNING_HEADS: {
    nl: 'Weggelaten, want dit komt op veel bladzijden terug aan de kop of voet: {heads}.',
    en: 'Left out, since it comes back at the head or foot of many pages: {heads}.',
  },
  READ_PAGES_AS_LAID_OUT: {
    nl: 'De bladzijden zijn die van de laatste keer dat het document is opgemaakt; zij kunnen verschuiven.',
    en: 'Pages are those of the last time that the document was laid out; they may shift.',
  },
  READ_CHANGES: {
    nl: 'Het document heeft bijgehouden wijzigingen; het is gelezen alsof zij zijn aanvaard.',
    en: 'The document has tracked changes; it was read as if they were accepted.',
  },
  READ_LANGUAGE: {
    nl: 'De taal is niet zeker; aangenomen: {language}.',
    en: 'The language is not certain; taken as: {language}.',
  },
  READ_REPAIRED: {
    nl: 'Het bestand is beschadigd; wat te lezen was, is gelezen ({detail}).',
    en: 'The file is damaged; what could be read was read ({detail}).',
  },
} as const satisfies Record<string, Text>;

type Values = Readonly<Record<string, Fill>>;

/** A document that could not be read; nothing of it was. */
export class ReadError extends Error {
  override readonly name = 'ReadError';
  readonly code: ReadCode;
  readonly values: Values;
  readonly text: Text;
  readonly hint: Text;

  constructor(code: ReadCode, values: Values = {}) {
    const { message, hint } = readCatalogue[code];
    const both = (text: Text): Text => ({ nl: fill(text.nl, values, 'nl'), en: fill(text.en, values, 'en') });
    super(`${code} ${fill(message.en, values, 'en')}`);
    this.code = code;
    this.values = values;
    this.text = both(message);
    this.hint = both(hint);
  }

  /** `CODE  message`, then what to do on a line of its own. */
  inWords(lang: Lang): string {
    return `${this.code}  ${this.text[lang]}\n    ${this.hint[lang]}`;
  }
}

/** Makes a warning from the catalogue. */
export function readWarning(
  code: keyof typeof readWarnings,
  values: Values = {},
  page: number | null = null,
): ReadWarning {
  const text = readWarnings[code];
  return { code, page, nl: fill(text.nl, values, 'nl'), en: fill(text.en, values, 'en') };
}
