import { DataFactory, type Literal, type NamedNode, Writer } from 'n3';

/** Properties of a subject with one or more values each. */
export type Statements = readonly (readonly [property: string, values: Value | readonly Value[]])[];
/** An IRI, a literal, or a blank node with its properties. */
export type Value = NamedNode | Literal | { readonly nested: Statements };

/** Prefixes by name. */
export type Prefixes = Readonly<Record<string, string>>;

/** An IRI; illegal characters are percent-encoded. */
export const iri = (address: string): NamedNode =>
  DataFactory.namedNode(address.replace(/[\s<>"{}|^`\\]/g, (sign) => encodeURIComponent(sign)));

/** A literal without a language tag. */
export const plain = (text: string): Literal => DataFactory.literal(text);
/** Literals with language tags nl and en. */
export const inBoth = (text: { readonly nl: string; readonly en: string }): readonly Literal[] => [
  DataFactory.literal(text.nl, 'nl'),
  DataFactory.literal(text.en, 'en'),
];
export const dutch = (text: string): Literal => DataFactory.literal(text, 'nl');
/** A literal of type xsd:date. */
export const day = (on: string): Literal =>
  DataFactory.literal(on, DataFactory.namedNode('http://www.w3.org/2001/XMLSchema#date'));

const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** Serializes triples as Turtle. */
export class Turtle {
  readonly #writer: Writer;
  readonly #prefixes: Prefixes;

  constructor(prefixes: Prefixes) {
    this.#writer = new Writer({ prefixes });
    this.#prefixes = prefixes;
  }

  /** Expands a prefixed name, `dct:title`; `a` is rdf:type. */
  name(short: string): NamedNode {
    if (short === 'a') return DataFactory.namedNode(type);
    const [prefix = '', local = ''] = short.split(':');
    const stem = this.#prefixes[prefix];
    if (stem === undefined) throw new RangeError(`no prefix ${prefix}`);
    return DataFactory.namedNode(`${stem}${local}`);
  }

  about(subject: NamedNode, statements: Statements): void {
    for (const [property, values] of statements) {
      for (const value of [values].flat()) {
        this.#writer.addQuad(subject, this.name(property), this.#object(value));
      }
    }
  }

  #object(value: Value): NamedNode | Literal | ReturnType<Writer['blank']> {
    if (!('nested' in value)) return value;
    return this.#writer.blank(
      value.nested.flatMap(([property, values]) =>
        [values].flat().map((one) => ({ predicate: this.name(property), object: this.#object(one) })),
      ),
    );
  }

  /** The document. */
  text(): string {
    let text = '';
    // Without an output stream, n3 calls back synchronously.
    this.#writer.end((error, result: string) => {
      if (error) throw error;
      text = result;
    });
    return text;
  }
}
