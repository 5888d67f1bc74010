import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tools/testing/longest-first.ts';

/**
 * Two workers: the tests share a small machine with the database they test; a third one made them no faster. A worker reads each module once for all of its
 * files, a quarter of the processor's time less: no test changes a module, and what a test opens it closes.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // What tests start as processes of their own finds our modules made ready to run, as the house itself does.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, '.cache', 'compiled') },
    projects: [
      {
        extends: true,
        test: {
          name: 'house',
          environment: 'node',
          include: [
            'server/src/**/*.test.ts',
            'packages/**/*.test.ts',
            'tools/**/*.test.ts',
            'bench/**/*.test.ts',
            'web/src/**/*.test.{ts,tsx}',
          ],
          globalSetup: ['tools/testing/server.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['e2e/**/*.e2e.ts'],
          globalSetup: ['e2e/prepared.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
