/** Cooperative games: dividing what is reached together over those who reached it. */
export { type Ends, endsOf, endsOfPlain, type Pairing, strongestPair } from './alone.ts';
export { type AttributeOptions, type Attribution, attribute, attributePlain, spreadOf } from './attribute.ts';
export { type Coalition, CoalitionTable, coalitionOf, type Game, type PlainGame } from './game.ts';
export { type Group, playersOf } from './structure.ts';
