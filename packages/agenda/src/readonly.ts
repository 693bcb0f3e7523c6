/** A type with every object and list in it read-only: content that is loaded, or came over the wire, is shared by many readers. */
export type DeepReadonly<T> = unknown extends T
  ? T
  : T extends string | number | boolean | null | undefined
    ? T
    : { readonly [K in keyof T]: DeepReadonly<T[K]> };
