import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const project = join(import.meta.dirname, '../..');
const sources = globSync('{shared,electron,renderer,server,build,resources,test}/**/*.{ts,tsx}', { cwd: project }).filter(
  (file) => !file.startsWith('test/architecture/wrong/'),
);
const shipped = sources.filter((file) => /^(?:shared|electron|renderer|server)\//.test(file) && !/\.test\.tsx?$/.test(file));

const nounRoles = ['schema', 'rules', 'policy', 'commands', 'queries', 'document', 'merge'];
// An action manager is a person of the domain; any other manager is a class that does everything.
const emptyNames = /(?:^|\/)(?:[a-z-]+[.-])?(?:utils?|helpers?|common|misc|(?<!action-)managers?)(?:\/|\.tsx?$)/;

const kebabCase = (file: string) => file.split('/').every((part) => /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(part));
const isBarrel = (file: string) => /(?:^|\/)index\.tsx?$/.test(file);
const roleOf = (file: string) => /^[^.]+\.([^.]+)\.ts$/.exec(basename(file))?.[1];
const defaultExport = /^export default /m;

describe('names', () => {
  it('the checks catch a wrong name', () => {
    expect(kebabCase('shared/domain/ControlStrategy.ts')).toBe(false);
    expect(emptyNames.test('renderer/utils/dates.ts')).toBe(true);
    expect(emptyNames.test('electron/session-manager.ts')).toBe(true);
    expect(isBarrel('renderer/components/index.ts')).toBe(true);
    expect(roleOf('shared/domain/meeting/meeting.selectors.ts')).toBe('selectors');
    expect(defaultExport.test('const a = 1;\nexport default a;\n')).toBe(true);
  });

  it('every file and folder is in kebab-case', () => {
    expect(sources.filter((file) => !kebabCase(file))).toEqual([]);
  });

  it('nothing is called utils, helpers, common or manager', () => {
    expect(sources.filter((file) => emptyNames.test(file))).toEqual([]);
  });

  it('no file only hands on what others export', () => {
    expect(sources.filter(isBarrel)).toEqual([]);
  });

  it('a noun holds only the roles there are, each under its own name', () => {
    const nouns = sources.filter((file) => /^shared\/domain\/[^/]+\/[^/]+\.[^.]+\.ts$/.test(file) && !file.endsWith('.test.ts'));
    expect(nouns.length).toBeGreaterThan(30);
    const wrong = nouns.filter((file) => {
      const noun = file.split('/')[2] ?? '';
      return !nounRoles.some((role) => basename(file) === `${noun}.${role}.ts`);
    });
    expect(wrong).toEqual([]);
  });

  it('everything is exported by name', () => {
    expect(shipped.filter((file) => defaultExport.test(readFileSync(join(project, file), 'utf8')))).toEqual([]);
  });

  it('a file holds one idea, in at most 450 lines', () => {
    const long = shipped.filter((file) => readFileSync(join(project, file), 'utf8').split('\n').length > 450);
    expect(long).toEqual([]);
  });
});
