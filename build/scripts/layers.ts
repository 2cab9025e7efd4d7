/** `npm run check:layers`: who may import whom. Fails as well when it did not see every file there is. */
import { globSync } from 'node:fs';
import { root } from '../bundles.ts';
import { cruiseLayers } from '../rules/cruise-layers.ts';
import { layerRules } from '../rules/layers.ts';

const parts = ['shared', 'electron', 'renderer', 'server'];
const present = globSync(`{${parts.join(',')}}/**/*.{ts,tsx}`, { cwd: root });
const sides = parts.filter((part) => present.some((file) => file.startsWith(`${part}/`)));
const { seen, faults } = await cruiseLayers(root, sides);

for (const fault of faults) {
  const rule = layerRules.find((one) => one.name === fault.rule);
  console.error(`${fault.from} -> ${fault.to}\n  ${fault.rule}: ${rule?.comment ?? ''}`);
}
const unseen = present.filter((file) => !file.endsWith('.d.ts') && !seen.includes(file));
if (unseen.length > 0) console.error(`Not seen, so not checked: ${unseen.slice(0, 10).join(', ')}${unseen.length > 10 ? ', ...' : ''}`);
if (faults.length > 0 || unseen.length > 0) process.exit(1);
console.log(`Layers: ${seen.length} files, every import allowed.`);
