import { defineConfig } from 'vitest/config';

/**
 * Three workers, though the machine may have two cores: much of a test is waiting, for the database, a process or a page.
 * A worker reads each module once for all of its
 * files, a quarter of the processor's time less: no test changes a module, and what a test opens it closes.
 */
export default defineConfig({
  test: {
    maxWorkers: 3,
    isolate: false,
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
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
