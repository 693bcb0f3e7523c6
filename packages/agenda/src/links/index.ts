export { kindOfNode, type LinkKind, type NodeKind } from './kinds.ts';
export {
  type Link,
  type LinkAs,
  type Linked,
  type LinkIndex,
  type Links,
  linksTo,
  payersOf,
  type Thing,
} from './links.ts';
export { municipalitiesIn } from './municipalities.ts';
