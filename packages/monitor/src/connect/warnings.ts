import type { Text } from '@schaalsprong/words';

/** Says which areas a table does not have, where nobody named them; nothing where it has all. */
export const absentAreas = (areas: readonly string[], table: string): Text[] =>
  areas.length === 0
    ? []
    : [
        {
          nl: `Tabel ${table} heeft geen cijfers van ${areas.join(', ')}; die zijn niet gevraagd.`,
          en: `Table ${table} has no figures of ${areas.join(', ')}; they were not asked for.`,
        },
      ];

/** Says which marks of cells are not known; such cells count as missing. */
export const unknownAttribute = (found: readonly string[]): Text[] =>
  found.length === 0
    ? []
    : [
        {
          nl: `De bron merkt cellen met ${found.join(', ')}; wat dat betekent is niet bekend. Ze tellen als ontbrekend, met het merk erbij.`,
          en: `The source marks cells with ${found.join(', ')}; what that means is not known. They count as missing, and keep the mark.`,
        },
      ];
