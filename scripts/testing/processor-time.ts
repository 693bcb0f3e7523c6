/**
 * Milliseconds of processor time that work took, in this process. For tests of how cost grows with input: unlike the clock it does not
 * count what other programs on the machine take. Where a law is meant ('twice the input, at most thrice the time'), compare two
 * readings, each the least of a few rounds; a bound in milliseconds is only for telling seconds from minutes.
 */
export function processorMs(work: () => void): number {
  const { user, system } = process.cpuUsage();
  work();
  const after = process.cpuUsage();
  return (after.user - user + after.system - system) / 1000;
}

/**
 * The part of this thread in the processor time that the process takes while something is awaited: what runs in threads of its own
 * leaves it small, however busy the machine is.
 */
export async function shareOfThisThread(work: () => Promise<unknown>): Promise<number> {
  const before = { process: process.cpuUsage(), thread: process.threadCpuUsage() };
  await work();
  const all = process.cpuUsage(before.process);
  const own = process.threadCpuUsage(before.thread);
  return (own.user + own.system) / (all.user + all.system);
}

/** {@link processorMs} of asynchronous work; threads of this process that work meanwhile are counted too. */
export async function processorMsAsync(work: () => Promise<unknown>): Promise<number> {
  const { user, system } = process.cpuUsage();
  await work();
  const after = process.cpuUsage();
  return (after.user - user + after.system - system) / 1000;
}
