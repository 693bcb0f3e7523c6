/**
 * A disease that passes from the infectious to the susceptible, as text in Vensim's language; its outcomes in Vensim are
 * published with SDEverywhere (models/sir).
 *
 * Source: W. Kermack, A. McKendrick, Proceedings of the Royal Society A 115 (1927).
 */
export const sirModel = `{UTF-8}
infectious = INTEG(infecting - recovering, initial infectious) ~ person ~ assumption |
susceptible = INTEG(-infecting, total - initial infectious) ~ person ~ assumption |
recovered = INTEG(recovering, 0) ~ person ~ assumption |
infecting = contact rate * infectivity * susceptible * infectious / total ~ person/Day ~ assumption |
recovering = infectious / duration ~ person/Day ~ assumption |
contact rate = 2.5 ~ 1/Day ~ assumption |
infectivity = 0.25 ~ Dmnl ~ assumption |
duration = 2 ~ Day ~ assumption |
initial infectious = 1 ~ person ~ assumption |
total = 10000 ~ person ~ assumption |
INITIAL TIME = 0 ~ Day ~ |
FINAL TIME = 200 ~ Day ~ |
TIME STEP = 0.0625 ~ Day ~ |
SAVEPER = 2 ~ Day ~ |
`;
