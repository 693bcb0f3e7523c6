import { readFileSync } from 'node:fs';

const file = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const vensim = `{UTF-8}
Area: north, south ~~|
Part: north ~~|
Half: (H1-H2) -> Area ~~|
:MACRO: GROWN(of, by)
GROWN = INTEG(of * by, of) ~~|
:END OF MACRO:
demand[Area] = 100, 50 ~ home/Year ~ synthetic |
demand by year((2019,1),(2030,1.5),(2040,1.2)) ~ Dmnl ~ |
permits[Area] :EXCEPT: [Part] = DELAY3I(demand[Area] * demand by year(Time), permit time, 0) ~ home/Year ~ |
permits[Part] = 3 ~ home/Year ~ :SUPPLEMENTARY |
permit time = 2 ~ Year [1,4] ~ assumption |
homes[Area] = INTEG(permits[Area] - IF THEN ELSE(Time > 2025 :AND: :NOT: Time = 2030, 1, 0), 0) ~ home ~ |
all = SUM(homes[Area!]) ~ home ~ |
grown = GROWN(all, 0.1) + SAMPLE IF TRUE(all > 5, all, 1) ~ home ~ |
matrix[Area,Half] = 1,2;3,4; ~ Dmnl ~ |
data :INTERPOLATE: ~ Dmnl ~ |
seen = GET DATA BETWEEN TIMES(data, Time, 0) + data ~ Dmnl ~ |
from file[Area] = GET DIRECT CONSTANTS('f.csv', ',', 'B2*') ~ Dmnl ~ |
over time := GET DIRECT DATA('f.csv', ',', '1', 'B3') ~ Dmnl ~ |
curve = GET XLS LOOKUPS('f.xlsx', 'Sheet1', '1', 'B4') ~ Dmnl ~ |
rank[Area] = VECTOR SORT ORDER(from file[Area], 1) + curve(over time) ~ Dmnl ~ |
profile: ptype, ppriority, pwidth, pextra ~~|
priority[Area,profile] = 1, 5, 1, 0; 1, 3, 1, 0; ~ Dmnl ~ |
given[Area] = ALLOCATE AVAILABLE(demand[Area], priority[Area,ptype], 100) ~ home/Year ~ |
inverse[Area,Half] = INVERT MATRIX(matrix[Area,Half], 2) ~ Dmnl ~ |
picked = VECTOR SELECT(from file[Area!], rank[Area!], 0, 1, 0) + RANDOM NORMAL(-1, 1, 0, 1, 3) ~ Dmnl ~ |
late = DELAY FIXED(all, 1.5, 0) + ACTIVE INITIAL(SMOOTHI(all, 2, 1), 3) ~ home ~ |
INITIAL TIME = 2019 ~ Year ~ |
FINAL TIME = 2025 ~ Year ~ |
TIME STEP = 0.25 ~ Year ~ |
SAVEPER = 1 ~ Year ~ |
\\\\\\---/// Sketch information - do not modify anything except names
*View 1
:L<%^E!@
15:0,0,0,0,0,0
22:Year,Years
`;

const xmile = `<?xml version="1.0" encoding="utf-8"?>
<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">
<header><vendor>synthetic</vendor><product version="1">synthetic</product></header>
<sim_specs method="euler" time_units="Year"><start>0</start><stop>4</stop><dt reciprocal="true">4</dt></sim_specs>
<dimensions><dim name="Area" size="2"><elem name="north"/><elem name="south"/></dim></dimensions>
<macro name="twice"><parm>a</parm><eqn>2*a</eqn></macro>
<model><variables>
<stock name="homes"><eqn>10</eqn><inflow>building</inflow><outflow>lost</outflow><non_negative/><units>home</units></stock>
<flow name="building"><eqn>twice(rate) * effect</eqn><non_negative/></flow>
<flow name="lost"><eqn>IF homes &gt; 5 AND NOT homes = 7 THEN homes MOD 3 ELSE 1</eqn></flow>
<aux name="rate"><eqn>0.5 { a comment }</eqn><doc>assumption</doc></aux>
<aux name="effect"><eqn>homes</eqn><gf><xscale min="0" max="10"/><ypts>0,1,1.5,2</ypts></gf></aux>
<aux name="list"><dimensions><dim name="Area"/></dimensions><element subscript="north"><eqn>1</eqn></element>
<element subscript="south"><eqn>SMTH1(homes, 3, 2)</eqn></element></aux>
<aux name="all"><eqn>SUM(list[*]) + DELAY(homes, 1, 0) + PULSE(3, 1, 2)</eqn></aux>
<stock name="way"><eqn>1</eqn><inflow>building</inflow><outflow>arrival</outflow><conveyor><len>2</len></conveyor></stock>
<flow name="arrival"/>
<module name="sub"><connect to="in" from="rate"/></module>
</variables></model>
<model name="sub"><variables><aux name="in" access="input"><eqn>0</eqn></aux>
<aux name="out" access="output"><eqn>in * TIME</eqn></aux></variables></model>
</xmile>
`;

/** Small models, of which a million can be read, and one real one, of which a few. */
export const seeds = {
  vensim,
  xmile,
  region: file('regions/brainport/model/brainport.mdl'),
} as const;
