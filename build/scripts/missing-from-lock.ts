/** The part of package-lock.json (version 3) that is read here. */
export interface LockFile {
  readonly packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>;
}

/** Every optional dependency that no entry of the lock file can satisfy from where its owner lies. */
export function missingFromLock(lock: LockFile): readonly { readonly owner: string; readonly wanted: string }[] {
  const missing: { owner: string; wanted: string }[] = [];
  for (const [owner, entry] of Object.entries(lock.packages)) {
    for (const wanted of Object.keys(entry.optionalDependencies ?? {})) {
      // As Node looks: beside the owner's own packages first, then in every folder above.
      const places = [`${owner}/node_modules/${wanted}`, `node_modules/${wanted}`];
      const parts = owner.split('/node_modules/');
      for (let depth = parts.length - 1; depth > 0; depth--)
        places.push(`${parts.slice(0, depth).join('/node_modules/')}/node_modules/${wanted}`);
      if (!places.some((place) => place in lock.packages)) missing.push({ owner: owner || 'package.json', wanted });
    }
  }
  return missing;
}
