import { type CartResult, cart, cartDefaults, measureBox, sayBox } from '@schaalsprong/methods/discovery';
import type { Lang } from '@schaalsprong/words';
import { formatNumber, Unreachable } from '@schaalsprong/words';
import { hanging, renderTable, wrap } from '../../terminal/table.ts';
import type { Given } from './options.ts';
import { limitsJson, subjectJson } from './prim-json.ts';
import { headLines, oneOutcome, part } from './prim-table.ts';
import type { Subject } from './subject.ts';
import { sayDiscover } from './texts.ts';

/** The answer of `discover cart` to one subject; no result where it happens in all futures or in none. */
export interface CartAnswer {
  readonly subject: Subject;
  readonly result: CartResult | null;
}

/** Grows the tree. */
export function discoverByCart(subject: Subject, given: Given): CartAnswer {
  const { data } = subject;
  const minMass = given.number('min-mass') ?? cartDefaults.minMass;
  if (data.ofInterest === 0 || data.ofInterest === data.count) return { subject, result: null };
  return { subject, result: cart(data, { kind: 'binary', interest: data.interest }, { minMass }) };
}

/** The answer for programs: fields may be added, never renamed. */
export function cartJson({ subject, result }: CartAnswer): Readonly<Record<string, unknown>> {
  const asked = { method: 'cart', ...subjectJson(subject) };
  if (result === null) return { ...asked, settings: null, leaves: [], nodes: [] };
  const { data, words } = subject;
  return {
    ...asked,
    settings: result.settings,
    leaves: result.leaves.map(({ box, n, mass, restricted, interest }) => {
      const step = measureBox(data, box);
      return {
        coverage: interest?.coverage ?? null,
        density: interest?.density ?? null,
        mass,
        n,
        k: interest?.k ?? null,
        dimensions: restricted,
        limits: limitsJson(step, data),
        sentences: { nl: sayBox(step, data, words, 'nl'), en: sayBox(step, data, words, 'en') },
      };
    }),
    nodes: result.nodes,
  };
}

/** What a leaf has of the futures of interest; a tree of futures of interest counts them in each. */
function interestIn({
  interest,
}: CartResult['leaves'][number]): NonNullable<CartResult['leaves'][number]['interest']> {
  if (interest === null) throw new Unreachable('a leaf without futures of interest');
  return interest;
}

/** The answer for people: the leaves, the densest first, each with its sentence. */
export function cartTable({ subject, result }: CartAnswer, lang: Lang, width: number): readonly string[] {
  const head = headLines(subject, lang, width);
  if (result === null) return [...head, ...oneOutcome(subject, lang, width)];
  const { data, words } = subject;
  const plain = (count: number): string => formatNumber(count, '', lang, {});
  const leaves = [...result.leaves].sort(
    (a, b) => interestIn(b).density - interestIn(a).density || b.n - a.n,
  );
  const columns = (
    [
      'column-leaf',
      'column-coverage',
      'column-density',
      'column-mass',
      'column-hit',
      'column-futures',
      'column-restricted',
    ] as const
  ).map((key) => ({ title: sayDiscover(lang, key), align: 'right' as const }));
  const rows = leaves.map((leaf, at) => {
    const { coverage, density, k } = interestIn(leaf);
    return [
      String(at + 1),
      ...[coverage, density, leaf.mass].map((share) => part(share, lang)),
      ...[k, leaf.n, leaf.restricted].map(plain),
    ];
  });
  const sentences = leaves.flatMap(({ box }, at) =>
    hanging(`${at + 1}. `, sayBox(measureBox(data, box), data, words, lang).lead, width),
  );
  return [
    ...head,
    ...wrap(sayDiscover(lang, 'settings-cart', { minMass: plain(result.settings.minMass) }), width),
    '',
    ...renderTable(columns, [{ title: '', rows }], width),
    '',
    ...sentences,
  ];
}
