import type { Copy } from './world.ts';

/**
 * Makes the synthetic region disagree with itself, in ways that can be followed by hand: 45 homes in the north and 30 in the
 * south are 75, not the 80 that are asked; the 70 of the builders cannot become 90 by growing 8 %; and two parties that are
 * announced are not named.
 */
export function clashing(copy: Copy): Copy {
  return copy
    .add(
      'claims/two.yaml',
      `claims:
${claim('homes-north-45', 'homes-north', 45, 'homes', 8)}
${claim('homes-south-30', 'homes-south', 30, 'homes', 9)}
${claim('homes-promised-70', 'homes-promised', 70, 'homes', 10)}
${claim('homes-delivered-90', 'homes-delivered', 90, 'homes', 10)}
${claim('homes-growth-8', 'homes-growth', 8, 'percent', 11)}
`,
    )
    .replace(
      'region.yaml',
      'qualifiers:',
      "  percent: { title: { nl: procent, en: per cent }, symbol: { nl: '%', en: '%' }, decimals: 1 }\nqualifiers:",
    )
    .add(
      'audit.yaml',
      `relations:
  - id: homes-by-side
    why: { nl: de regio is noord en zuid, en: the region is north and south }
    asks: shortfall
    kind: sum
    whole: homes-built@ALL@2029
    parts: [homes-north@ALL@2029, homes-south@ALL@2029]
assumptions:
  - id: promise-grows
    title: { nl: De belofte groeit tot de oplevering, en: The promise grows to the delivery }
    why: { nl: verzonnen, en: synthetic }
    relation:
      id: promise-growth
      why: { nl: verzonnen, en: synthetic }
      kind: growth
      from: homes-promised@ALL@2029
      to: homes-delivered@ALL@2029
      growth: homes-growth@ALL@2029
readings:
  - claim: homes-south-30
    readings:
      - { id: as-homes, title: { nl: als woningen, en: as homes } }
      - { id: at-least, title: { nl: ten minste, en: at least }, plain: false, qualifier: ten-minste }
lists:
  - id: two-parties
    title: { nl: Twee partijen, en: Two parties }
    what: list
    promised: 2
    found: 0
    places: [12]
`,
    );
}

const claim = (id: string, quantity: string, value: number, unit: string, line: number): string =>
  `  - { id: ${id}, places: [${line}], figure: '${value}', text: { nl: ${id} in het Nederlands, en: ${id} in English }, kind: fact, quantity: ${quantity}, entity: ALL, value: ${value}, unit: ${unit}, horizon: '2029' }`;
