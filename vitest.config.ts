import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const tests = (...folders: string[]) => folders.map((folder) => `${folder}/**/*.test.{ts,tsx}`);

export default defineConfig({
  test: {
    // The virtual machine this runs on may be slow and shared; a test waits for what it needs, never for a time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        test: {
          name: 'rules and machines',
          environment: 'node',
          include: tests('shared', 'electron', 'server', 'build', 'resources', 'test'),
          exclude: ['test/e2e/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [react()],
        test: { name: 'window', environment: 'happy-dom', include: tests('renderer'), testTimeout: 60_000 },
      },
    ],
  },
});
