/** `npm run soak:server`: a day of twenty tablets, hour by hour. Ends with 1 where memory grows or handles stay open. */
import { A_DAY, soakServer } from './soak-server.ts';

const MB = 1024 * 1024;
const megabytes = (bytes: number): string => `${(bytes / MB).toFixed(1)} MB`;

const started = performance.now();
const all = await soakServer(A_DAY, (hour, { external, handles, heapUsed, resources, rss }) => {
  const timers = resources.Timeout ?? 0;
  const heap = `heap ${megabytes(heapUsed)}, outside it ${megabytes(external)}, resident ${megabytes(rss)}`;
  console.log(`hour ${String(hour).padStart(2)}: ${heap}, ${handles} handles, ${timers} timers`);
});
const [first, last] = [all[0], all.at(-1)];
if (first === undefined || last === undefined) throw new Error('nothing was measured');
const growth = last.heapUsed - first.heapUsed;
const streams = A_DAY.hours * A_DAY.cutsAnHour * A_DAY.tablets;
const percent = ((100 * growth) / first.heapUsed).toFixed(1);
console.log(
  `${A_DAY.hours} hours, ${A_DAY.tablets} tablets, ${streams} streams in ${((performance.now() - started) / 1000).toFixed(0)} s: ` +
    `heap ${percent} % (${megabytes(growth)}), handles ${first.handles} → ${last.handles}`,
);
if (growth > Math.max(first.heapUsed / 10, 5 * MB) || last.handles > first.handles) process.exitCode = 1;
