// Loaded into the server before it starts, with `--expose-gc`: on SIGUSR2 it collects its garbage and writes down what
// is left, for a test that watches from outside. The server itself knows nothing of it.
import { writeFileSync } from 'node:fs';

process.on('SIGUSR2', () => {
  void (async () => {
    // What closes hands its memory back over some turns of the event loop.
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      globalThis.gc?.();
    }
    const { heapUsed, rss, external } = process.memoryUsage();
    const resources: Record<string, number> = {};
    for (const name of process.getActiveResourcesInfo()) resources[name] = (resources[name] ?? 0) + 1;
    writeFileSync(process.env.HUISKAMER_TELL ?? '', JSON.stringify({ heapUsed, rss, external, resources }));
  })();
});
