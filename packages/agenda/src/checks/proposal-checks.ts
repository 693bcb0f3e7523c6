import type { Tools } from './checking.ts';

/** proposals/*.yaml: unique ids, valid references, and a claim where one was accepted. */
export function checkProposals({ content, once, refer, unknownId, report }: Tools): void {
  // Claims of a compared document are in the file of that document.
  const elsewhere = new Set(
    content.compared.flatMap(({ value }) => value.claims.map(({ id }): string => id)),
  );
  for (const item of content.proposals) {
    const { proposals, relations } = item.value;
    const ids = proposals.map(({ id }): string => id);
    const known = new Set(ids);
    once(
      'proposal',
      ids.map((id, i) => ({ id, at: () => item.at(['proposals', i, 'id']) })),
    );
    for (const [i, { state, claim }] of proposals.entries()) {
      if (claim !== undefined && !elsewhere.has(claim))
        refer('claim', claim, () => item.at(['proposals', i, 'claim']));
      if ((state === 'accepted') === (claim !== undefined)) continue;
      report('REGION_VALUE_NOT_ALLOWED', item.at(['proposals', i, 'state']), {
        expected: {
          nl: 'accepted met een claim, of iets anders zonder',
          en: 'accepted with a claim, or else without one',
        },
        known: state === 'accepted' ? 'proposed, rejected' : 'accepted',
        found: state,
        nearest: '',
      });
    }
    for (const [i, { whole, parts }] of relations.entries()) {
      if (!known.has(whole)) unknownId('proposal', whole, item.at(['relations', i, 'whole']), ids);
      for (const [k, part] of parts.entries()) {
        if (!known.has(part)) unknownId('proposal', part, item.at(['relations', i, 'parts', k]), ids);
      }
    }
  }
}
