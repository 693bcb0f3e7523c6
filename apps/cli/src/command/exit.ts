/** Exit codes of every command. */
export const exit = {
  done: 0,
  no: 1,
  wrongUse: 2,
  badInput: 3,
  unreachable: 4,
  /** A fault of the program itself; as sysexits.h counts it, so that it is never taken for an answer. */
  fault: 70,
  /** 128 + SIGINT, as shells count it. */
  cancelled: 130,
} as const;
export type Exit = (typeof exit)[keyof typeof exit];
