/** The part of a relation, of the content or of an audit, that refers to quantities. */
export type RelationVariables =
  | { readonly kind: 'sum'; readonly whole: string; readonly parts: readonly { readonly of: string }[] }
  | { readonly kind: 'share'; readonly part: string; readonly whole: string; readonly share: string }
  | { readonly kind: 'growth'; readonly from: string; readonly to: string; readonly growth: string }
  | { readonly kind: 'product'; readonly product: string; readonly factors: readonly string[] }
  | { readonly kind: 'order'; readonly smaller: string; readonly larger: string }
  | { readonly kind: 'same'; readonly of: readonly string[] }
  | { readonly kind: 'difference'; readonly from: string; readonly to: string; readonly is: string };

/** The quantities that a relation refers to. */
export function variablesOf(relation: RelationVariables): readonly string[] {
  switch (relation.kind) {
    case 'sum':
      return [relation.whole, ...relation.parts.map((p) => p.of)];
    case 'share':
      return [relation.part, relation.whole, relation.share];
    case 'growth':
      return [relation.from, relation.to, relation.growth];
    case 'product':
      return [relation.product, ...relation.factors];
    case 'order':
      return [relation.smaller, relation.larger];
    case 'same':
      return relation.of;
    case 'difference':
      return [relation.from, relation.to, relation.is];
  }
}
