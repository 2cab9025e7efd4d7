import { useState } from 'react';
import type { EditedTable } from './table-edits.ts';

/** So many steps can be taken back. */
const LONGEST = 100;

/** A table, how it is changed, and the way back. */
export interface TableHistory {
  readonly table: EditedTable;
  readonly change: (next: EditedTable) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** Every change to a table through this can be taken back and made again, whoever made it: typing, pasting, a file brought in. */
export function useTableHistory(table: EditedTable, onChange: (table: EditedTable) => void): TableHistory {
  const [earlier, setEarlier] = useState<readonly EditedTable[]>([]);
  const [later, setLater] = useState<readonly EditedTable[]>([]);
  return {
    table,
    canUndo: earlier.length > 0,
    canRedo: later.length > 0,
    change(next) {
      if (next === table) return;
      setEarlier([...earlier, table].slice(-LONGEST));
      setLater([]);
      onChange(next);
    },
    undo() {
      const before = earlier.at(-1);
      if (before === undefined) return;
      setEarlier(earlier.slice(0, -1));
      setLater([...later, table]);
      onChange(before);
    },
    redo() {
      const next = later.at(-1);
      if (next === undefined) return;
      setLater(later.slice(0, -1));
      setEarlier([...earlier, table]);
      onChange(next);
    },
  };
}
