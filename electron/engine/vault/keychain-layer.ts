import type { KeySlot } from './header-format.ts';
import { type Box, deriveKey, openBox, sealBox, wipe } from './key-box.ts';

/** What of a slot lies below the second layer: everything a pass phrase could be tried on. */
const BOXES = ['dataKey', 'next', 'own', 'signingSeed'] as const;

const about = (vaultId: string, slotId: string, box: (typeof BOXES)[number]) => ({ vault: vaultId, slot: slotId, below: box });

/**
 * The slot with a second layer round each of its boxes, under the part of the key that the operating system's keychain keeps: without that
 * part a pass phrase cannot even be tried. Needs nobody's pass phrase, so it is done for everyone at once.
 */
export function bound(vaultId: string, slot: KeySlot, keychainPart: Uint8Array): KeySlot {
  const layer = deriveKey(keychainPart, Buffer.from(vaultId, 'hex'), 'keychain-layer');
  try {
    return mapBoxes(slot, (box, name) => sealBox(layer, Buffer.from(box, 'base64'), about(vaultId, slot.id, name))) ?? slot;
  } finally {
    wipe(layer);
  }
}

/** The slot as it was before `bound`, or null when this is not the keychain's part for it. */
export function unbound(vaultId: string, slot: KeySlot, keychainPart: Uint8Array): KeySlot | null {
  const layer = deriveKey(keychainPart, Buffer.from(vaultId, 'hex'), 'keychain-layer');
  try {
    return mapBoxes(slot, (box, name) => openBox(layer, box, about(vaultId, slot.id, name))?.toString('base64') ?? null);
  } finally {
    wipe(layer);
  }
}

function mapBoxes(slot: KeySlot, map: (box: Box, name: (typeof BOXES)[number]) => Box | null): KeySlot | null {
  const mapped: Partial<Record<(typeof BOXES)[number], Box>> = {};
  for (const name of BOXES) {
    const box = slot[name];
    if (box === undefined) continue;
    const next = map(box, name);
    if (next === null) return null;
    mapped[name] = next;
  }
  return { ...slot, ...mapped };
}
