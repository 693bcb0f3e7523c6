/**
 * The model of a synthetic region: nothing in it is true of any place. It has constant flows, so every answer has a closed
 * form. From 2020 on ten homes a year are asked; builders hold back b (1 - relief) of them and the grid
 * g (1 - relief), with b uniform on 0..4 and g uniform on 0..2:
 *
 *     homes(t) = (10 - b (1 - rb) - g (1 - rg)) (t - 2020)
 */
export const syntheticModel = `{UTF-8}
homes built = INTEG(building, 0)
  ~ homes
  ~ synthetic |
homes held back = INTEG(held back by builders + held back by grid, 0)
  ~ homes
  ~ synthetic |
building = homes asked - held back by builders - held back by grid
  ~ homes/year
  ~ synthetic |
held back by builders = builders shortage * (1 - builders relief)
  ~ homes/year
  ~ synthetic |
held back by grid = grid shortage * (1 - grid relief)
  ~ homes/year
  ~ synthetic |
held back by nobody = 0 * homes asked
  ~ homes/year
  ~ synthetic |
homes asked = 10
  ~ homes/year
  ~ synthetic |
builders shortage = 2
  ~ homes/year
  ~ synthetic |
grid shortage = 1
  ~ homes/year
  ~ synthetic |
builders relief = 0
  ~ Dmnl
  ~ synthetic |
grid relief = 0
  ~ Dmnl
  ~ synthetic |
idle relief = 0
  ~ Dmnl
  ~ synthetic |
INITIAL TIME = 2020
  ~ year
  ~ synthetic |
FINAL TIME = 2032
  ~ year
  ~ synthetic |
TIME STEP = 0.25
  ~ year
  ~ synthetic |
SAVEPER = TIME STEP
  ~ year
  ~ synthetic |
`;
