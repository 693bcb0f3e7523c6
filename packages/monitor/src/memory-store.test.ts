import { describe } from 'vitest';
import { storeSuite } from '../test/store-suite.ts';
import { memoryStore } from './memory-store.ts';

describe('the store in memory', () => storeSuite(async () => memoryStore()));
