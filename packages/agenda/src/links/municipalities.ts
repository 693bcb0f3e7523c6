/** What of an area says whether it is a municipality of today. */
interface AnArea {
  readonly kind: string;
  readonly joined_into: string;
}

/** The municipalities of a region as they are today: those that joined another are no more. */
export const municipalitiesIn = <A extends AnArea>(areas: readonly A[]): readonly A[] =>
  areas.filter(({ kind, joined_into }) => kind === 'municipality' && joined_into === '');
