/** Someone whose reading is counted. */
export interface ReaderCounted {
  readonly id: string;
  readonly read: boolean;
  /** They came after it was sent, so they are counted apart. */
  readonly joinedLater: boolean;
  readonly unit: string;
  readonly area: string;
  readonly rankGroup: string;
}

export interface ReadingShare {
  /** The name of the unit, area or rank group. */
  readonly id: string;
  readonly counted: number;
  readonly read: number;
  readonly percent: number;
}

export interface ReadingFigures {
  readonly counted: number;
  readonly read: number;
  /** Everyone without a receipt, also those whose workstation was off the network (duty 108). */
  readonly pending: number;
  readonly percent: number;
  readonly joinedLater: { readonly counted: number; readonly read: number };
  readonly byArea: readonly ReadingShare[];
  readonly byUnit: readonly ReadingShare[];
  readonly byRankGroup: readonly ReadingShare[];
}

/** Whole per cent, rounded down, so that 100 is said only when everybody has read; 0 of nobody. */
export function percentOf(read: number, counted: number): number {
  return counted === 0 ? 0 : Math.floor((read * 100) / counted);
}

/** How far a publication has been read, in all and by unit, area and rank group, the least read first (duties 99, 108). */
export function readingFigures(readers: readonly ReaderCounted[]): ReadingFigures {
  const atSending = readers.filter((reader) => !reader.joinedLater);
  const later = readers.filter((reader) => reader.joinedLater);
  const read = atSending.filter((reader) => reader.read).length;
  return {
    counted: atSending.length,
    read,
    pending: atSending.length - read,
    percent: percentOf(read, atSending.length),
    joinedLater: { counted: later.length, read: later.filter((reader) => reader.read).length },
    byArea: sharesBy(atSending, (reader) => reader.area),
    byUnit: sharesBy(atSending, (reader) => reader.unit),
    byRankGroup: sharesBy(atSending, (reader) => reader.rankGroup),
  };
}

function sharesBy(readers: readonly ReaderCounted[], of: (reader: ReaderCounted) => string): readonly ReadingShare[] {
  const groups = new Map<string, { counted: number; read: number }>();
  for (const reader of readers) {
    const group = groups.get(of(reader)) ?? { counted: 0, read: 0 };
    groups.set(of(reader), { counted: group.counted + 1, read: group.read + (reader.read ? 1 : 0) });
  }
  return [...groups]
    .map(([id, { counted, read }]) => ({ id, counted, read, percent: percentOf(read, counted) }))
    .sort((a, b) => a.percent - b.percent || b.counted - a.counted || (a.id < b.id ? -1 : 1));
}
