import type { Text } from '@schaalsprong/words';
import type { AuditInput, AuditReport, Conflict } from '../types.ts';

/** Limitations of the audit, printed in the footer of every report. */
export function limitsOf(
  input: AuditInput,
  alone: number,
  products: AuditReport['products'],
  complete: boolean,
): Text[] {
  const claims = input.claims.length;
  const left = new Set(input.notEncoded.map((one) => one.claim)).size;
  const bounded = products.filter(({ encoding }) => encoding !== 'known-factor').length;
  const limits: (Text | null)[] = [
    {
      nl: 'Wat hier staat, kan niet samen onder de lezingen en aannamen die erbij staan. Dat er over andere getallen niets staat, bewijst niet dat ze kloppen.',
      en: 'What stands here cannot hold together under the readings and assumptions that it names. That nothing stands here about other figures does not prove them right.',
    },
    alone > 0
      ? {
          nl: `Van de ${claims} uitspraken hangen er ${alone} met geen andere samen. Daarover kan de toets niets zeggen.`,
          en: `Of the ${claims} claims, ${alone} hang together with no other. Of those the audit can say nothing.`,
        }
      : null,
    left > 0
      ? {
          nl: `${left} ${left === 1 ? 'uitspraak doet' : 'uitspraken doen'} niet of niet in elke lezing mee, met de reden erbij.`,
          en: `${left} ${left === 1 ? 'claim takes' : 'claims take'} no part, or not in every reading; the reason is given.`,
        }
      : null,
    {
      nl: 'De toets kent alleen verbanden die iemand heeft opgeschreven. Een verband dat wel bestaat maar niet is opgeschreven, ziet zij niet.',
      en: 'The audit knows only relations that somebody wrote down. One that exists and was not written down it does not see.',
    },
    {
      nl: 'Of een getal waar is, of haalbaar, toetst zij niet: alleen of de getallen samen kunnen.',
      en: 'Whether a figure is true, or can be reached, it does not test: only whether the figures can hold together.',
    },
    bounded > 0
      ? {
          nl: `In ${bounded} ${bounded === 1 ? 'verband worden' : 'verbanden worden'} twee onbekende getallen vermenigvuldigd. Die zijn met grenzen benaderd: wat gemeld wordt klopt, maar er kan iets gemist zijn.`,
          en: `In ${bounded} ${bounded === 1 ? 'relation' : 'relations'} two unknown figures are multiplied. Those were bounded: what is reported is right, but something may have been missed.`,
        }
      : null,
    complete
      ? null
      : {
          nl: 'Het zoeken is gestopt voordat alles was bekeken. Er kunnen meer tegenstrijdigheden zijn.',
          en: 'The search stopped before everything was looked at. There may be more conflicts.',
        },
  ];
  return limits.filter((limit) => limit !== null);
}

/** Assumptions that no claim is needed to refute. */
export function impossibleTogether(titles: readonly Text[]): Text {
  const quoted = (lang: 'nl' | 'en'): string => titles.map((title) => `“${title[lang]}”`).join(', ');
  return titles.length === 1
    ? {
        nl: `De aanname ${quoted('nl')} kan niet waar zijn bij de verbanden die altijd gelden. Zet haar uit of herstel haar.`,
        en: `The assumption ${quoted('en')} cannot be true with the relations that always hold. Switch it off or mend it.`,
      }
    : {
        nl: `Deze aannamen kunnen niet samen waar zijn, wat de tekst ook zegt: ${quoted('nl')}. Zet er een uit.`,
        en: `These assumptions cannot be true together, whatever the text says: ${quoted('en')}. Switch one of them off.`,
      };
}

/** Verdicts on conflicts that are not found any more: the text or the reading changed, or the id has a slip. */
export function warningsOf(input: AuditInput, conflicts: readonly Conflict[]): Text[] {
  const found = new Set(conflicts.map((conflict) => conflict.id));
  return input.verdicts
    .filter((verdict) => !found.has(verdict.conflict))
    .map(({ conflict, by, on }) => ({
      nl: `Het oordeel van ${by} (${on}) gaat over ${conflict}, maar die tegenstrijdigheid is er niet (meer) bij deze keuzes.`,
      en: `The verdict by ${by} (${on}) is about ${conflict}, but that conflict is not found (any more) under these choices.`,
    }));
}
