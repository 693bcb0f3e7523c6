import type * as agenda from '@schaalsprong/agenda';
import type * as audit from '@schaalsprong/audit';
import type * as futures from '@schaalsprong/futures';
import type { TableAnswer, TableQuestion } from '@schaalsprong/futures/table';
import type * as monitor from '@schaalsprong/monitor';
import { describe, expectTypeOf, it } from 'vitest';
import type * as wire from './index.ts';

type Frozen<T> = agenda.DeepReadonly<T>;

/** The compiler holds these: a field that a package adds, drops or changes is a field that the contract must say something of. */
describe('the shapes of the wire are those of the packages that make them', () => {
  it('holds for content', () => {
    expectTypeOf<Frozen<agenda.AgendaNode>>().toEqualTypeOf<wire.ApiNode>();
    expectTypeOf<Frozen<agenda.Target>>().toEqualTypeOf<wire.Target>();
    expectTypeOf<Frozen<agenda.Indicator>>().toEqualTypeOf<wire.Indicator>();
    expectTypeOf<Frozen<agenda.Measure>>().toEqualTypeOf<wire.Measure>();
    expectTypeOf<Frozen<agenda.Constraint>>().toEqualTypeOf<wire.Constraint>();
    expectTypeOf<Frozen<agenda.Outcome>>().toEqualTypeOf<wire.Outcome>();
    expectTypeOf<Frozen<agenda.Party>>().toEqualTypeOf<wire.Party>();
    expectTypeOf<Frozen<agenda.Agreement>>().toEqualTypeOf<wire.Agreement>();
    expectTypeOf<Frozen<agenda.RegionEntry>>().toEqualTypeOf<wire.Entry>();
    expectTypeOf<Frozen<agenda.Register>>().toEqualTypeOf<wire.Register>();
    expectTypeOf<Frozen<agenda.Area>>().toEqualTypeOf<wire.Area>();
    expectTypeOf<Frozen<agenda.Unknown>>().toEqualTypeOf<wire.Unknown>();
    expectTypeOf<Frozen<agenda.ScenarioFile>>().toEqualTypeOf<wire.ScenarioFile>();
    expectTypeOf<Frozen<agenda.TableFile>>().toEqualTypeOf<wire.TableFile>();
    expectTypeOf<Frozen<agenda.Uncertainty>>().toEqualTypeOf<wire.Uncertainty>();
    expectTypeOf<Frozen<agenda.Judgement>>().toEqualTypeOf<wire.Judgement>();
    expectTypeOf<Frozen<agenda.Interval>>().toEqualTypeOf<wire.Interval>();
    expectTypeOf<Frozen<agenda.RegionFile['units']>>().toEqualTypeOf<
      wire.AgendaResponse['region']['units']
    >();
    expectTypeOf<Frozen<agenda.RegionFile['qualifiers']>>().toEqualTypeOf<
      wire.AgendaResponse['region']['qualifiers']
    >();
    expectTypeOf<Frozen<agenda.RegionFile['document']>>().toEqualTypeOf<
      wire.AgendaResponse['region']['document']
    >();
    expectTypeOf<Frozen<Omit<agenda.RegionClaim, 'intervals'>>>().toEqualTypeOf<
      Omit<wire.ApiClaim, 'pages'>
    >();
    expectTypeOf<agenda.StatisticsSource['kind']>().toEqualTypeOf<wire.ApiStatisticsSource['kind']>();
  });

  it('holds for the audit', () => {
    expectTypeOf<Frozen<Omit<audit.AuditReport, 'seconds'>>>().toEqualTypeOf<wire.ApiAuditReport>();
    expectTypeOf<keyof audit.AuditInput>().toEqualTypeOf<keyof wire.AuditInput>();
    expectTypeOf<Frozen<audit.AuditInput>>().toExtend<wire.AuditInput>();
    expectTypeOf<wire.AuditInput>().toExtend<Frozen<audit.AuditInput>>();
  });

  it('holds for the standing and the policy table', () => {
    expectTypeOf<Frozen<futures.AssessmentDetail>>().toEqualTypeOf<wire.AssessmentDetail>();
    expectTypeOf<Frozen<TableQuestion>>().toEqualTypeOf<wire.TableResponse['question']>();
    type Answer = wire.TableResponse['answer'];
    expectTypeOf<Frozen<Omit<TableAnswer, 'targets'>>>().toEqualTypeOf<Omit<Answer, 'targets'>>();
    expectTypeOf<Frozen<Omit<TableAnswer['targets'][number], 'values'>>>().toEqualTypeOf<
      Omit<Answer['targets'][number], 'values'>
    >();
  });

  it('holds for statistics', () => {
    expectTypeOf<Frozen<monitor.VintageFact>>().toEqualTypeOf<wire.VintageFact>();
    expectTypeOf<Frozen<monitor.Vintage>>().toEqualTypeOf<wire.Vintage>();
    expectTypeOf<Frozen<monitor.MeasuredStanding>>().toEqualTypeOf<wire.MeasuredStanding>();
    expectTypeOf<Frozen<monitor.Quarantined>>().toEqualTypeOf<wire.Quarantined>();
    expectTypeOf<Frozen<monitor.Nowcast>>().toEqualTypeOf<wire.Nowcast>();
    expectTypeOf<Frozen<monitor.BackTest>>().toEqualTypeOf<wire.BackTest>();
    expectTypeOf<Frozen<monitor.Boundaries>>().toEqualTypeOf<wire.Boundaries>();
    expectTypeOf<keyof monitor.Revision>().toExtend<keyof wire.ApiRevision>();
  });
});
