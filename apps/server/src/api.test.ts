import { existsSync, readFileSync } from 'node:fs';
import { expect, expectTypeOf, test } from 'vitest';
import type * as z from 'zod';
import type * as api from './api.ts';
import type * as wire from './wire.ts';
import type * as audit from './wire-audit.ts';

test('the web app holds the same types, byte for byte', () => {
  const ours = new URL('./api.ts', import.meta.url);
  const theirs = new URL('../../web/src/api.ts', import.meta.url);
  expect(existsSync(theirs)).toBe(true);
  expect(readFileSync(theirs, 'utf8')).toBe(readFileSync(ours, 'utf8'));
});

test('what the schemas of the description let through are the types that we promise', () => {
  expectTypeOf<z.infer<typeof wire.Agenda>>().toExtend<api.AgendaResponse>();
  expectTypeOf<z.infer<typeof wire.Problem>>().toExtend<api.ProblemBody>();
  expectTypeOf<z.infer<typeof wire.ObservedPoint>>().toExtend<api.ObservedPoint>();
  expectTypeOf<z.infer<typeof wire.ModelVariable>>().toExtend<api.ModelVariable>();
  expectTypeOf<z.infer<typeof wire.Sources>>().toExtend<api.SourcesResponse>();
  expectTypeOf<z.infer<typeof audit.Audit>>().toExtend<api.AuditResponse>();
  // And the other way round: a field that the audit gains must be described too.
  expectTypeOf<keyof api.AuditResponse['report']>().toEqualTypeOf<keyof z.infer<typeof audit.AuditReport>>();
  expectTypeOf<keyof api.AuditResponse['input']>().toEqualTypeOf<keyof z.infer<typeof audit.AuditInput>>();
  expectTypeOf<keyof api.AuditReport['conflicts'][number]>().toEqualTypeOf<
    keyof z.infer<typeof audit.AuditReport>['conflicts'][number]
  >();
});
