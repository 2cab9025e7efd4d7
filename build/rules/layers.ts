/**
 * Which part of the tree may import which. Paths are from the folder the rules are run in, so that the same rules run
 * on the project and on the small wrong examples in `test/architecture/wrong/`.
 */
import type { IForbiddenRuleType } from 'dependency-cruiser';

const tests = '\\.test\\.tsx?$';
const packages = '^(?:\\.\\./)*node_modules/';

/** Packages of pure functions that `shared/` may use. */
const purePackages = [
  'zod',
  'canonicalize',
  '@noble/hashes',
  '@noble/curves',
  'jsondiffpatch',
  'dayjs',
  'pure-rand',
  'd3-scale',
  'd3-shape',
  'diff',
];

function side(name: string, others: readonly string[]): IForbiddenRuleType {
  return {
    name: `${name}-imports-only-itself-and-shared`,
    severity: 'error',
    comment: `${name}/ never imports another side: what both need is in shared/, what passes between them is a contract.`,
    from: { path: `^${name}/`, pathNot: tests },
    to: { path: `^(?:${others.join('|')})/` },
  };
}

/** The layer rules of ARCHITECTURE.md. */
export const layerRules: readonly IForbiddenRuleType[] = [
  {
    name: 'shared-imports-only-shared',
    severity: 'error',
    comment: 'shared/ is what is true, for every side: no Node, no DOM, no framework, no other side.',
    from: { path: '^shared/', pathNot: tests },
    to: { pathNot: ['^shared/', ...purePackages.map((name) => `${packages}${name}/`)] },
  },
  side('renderer', ['electron', 'server', 'build', 'test']),
  side('electron', ['renderer', 'server', 'build', 'test']),
  side('server', ['renderer', 'electron', 'build', 'test']),
  {
    name: 'features-apart',
    severity: 'error',
    comment: 'A feature shows one noun. What two features need is a component; what puts features together is a page.',
    from: { path: '^renderer/features/([^/]+)/' },
    to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
  },
  {
    name: 'features-below-pages',
    severity: 'error',
    comment: 'Pages put features and components together, never the other way round.',
    from: { path: '^renderer/(?:features|components)/' },
    to: { path: '^renderer/pages/' },
  },
  {
    name: 'components-below-features',
    severity: 'error',
    comment: 'A component knows no noun.',
    from: { path: '^renderer/components/' },
    to: { path: '^renderer/features/' },
  },
  {
    name: 'machines-know-no-noun',
    severity: 'error',
    comment:
      'electron/ and server/ know records, commands and queries by the registry; only the documents know minutes and the session knows accounts.',
    from: { path: '^(?:electron|server)/', pathNot: [tests, '^electron/engine/(?:documents|session)/'] },
    to: { path: '^shared/domain/[^/]+/', pathNot: '^shared/domain/(?:kit|access)/' },
  },
  {
    name: 'window-holds-no-database',
    severity: 'error',
    comment: 'The window asks the engine; it has no database of documents, no native code and no Node.',
    from: { path: '^renderer/', pathNot: tests },
    to: { path: `${packages}(?:rxdb|electron|@signalapp|@node-rs|@types/node)/` },
  },
  {
    name: 'window-uses-no-node',
    severity: 'error',
    comment: 'The window is sandboxed: no module of Node exists there.',
    from: { path: '^renderer/', pathNot: tests },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'application-draws-nothing',
    severity: 'error',
    comment: 'React and what belongs to it live in the window.',
    from: { path: '^(?:electron|server)/' },
    to: { path: `${packages}(?:react|react-dom|@mantine|@tabler|zustand|dexie|wouter)/` },
  },
  {
    name: 'engine-runs-in-plain-node',
    severity: 'error',
    comment: 'The engine must be testable without Electron, and hold its keys in a process of its own.',
    from: { path: '^electron/engine/' },
    to: { path: `${packages}electron/|^electron/(?:window|main|preload)` },
  },
  {
    name: 'no-cycles',
    severity: 'error',
    comment: 'Two files that need each other are one idea, or miss a third.',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'nothing-unresolved',
    severity: 'error',
    comment: 'An import that leads nowhere would also escape every other rule.',
    from: {},
    to: { couldNotResolve: true },
  },
];
