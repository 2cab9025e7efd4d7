import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { layerRules } from './layers.ts';

/** One import that breaks a rule. */
export interface LayerFault {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

/** Follows every import of the folders and reports those that break a layer rule, and how many files it saw. */
export async function cruiseLayers(
  folder: string,
  parts: readonly string[],
): Promise<{ readonly seen: readonly string[]; readonly faults: readonly LayerFault[] }> {
  const { output } = await cruise(
    [...parts],
    {
      baseDir: folder,
      ruleSet: { forbidden: [...layerRules] },
      validate: true,
      // Without this parser it reads no TypeScript 7 file, reports nothing and calls it success.
      parser: 'swc',
      tsPreCompilationDeps: 'specify',
      doNotFollow: { path: 'node_modules' },
      combinedDependencies: true,
    },
    {
      extensions: ['.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs', '.json', '.css'],
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      mainFields: ['module', 'main', 'types'],
    },
  );
  const result = output as ICruiseResult;
  const own = new RegExp(`^(?:${parts.join('|')})/.*\\.(?:ts|tsx)$`);
  return {
    seen: result.modules.map((module) => module.source).filter((source) => own.test(source)),
    faults: result.summary.violations.map((violation) => ({ rule: violation.rule.name, from: violation.from, to: violation.to })),
  };
}
