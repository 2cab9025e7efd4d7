import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAt, type EditedTable, withBlock, withCell, withColumn, withoutColumn, withoutRow, withRow } from './table-edits.ts';

const table: EditedTable = {
  columns: ['Month', 'Offences'],
  rows: [
    ['Jan', '1'],
    ['Feb', '2'],
  ],
};
const most = { rows: 10, columns: 4 };
const heading = (column: number) => `Column ${column}`;

describe('a table being edited', () => {
  it('takes a block at a place and grows for it, and says when it was too much', () => {
    expect(withBlock(table, { row: 1, column: 1 }, [['7', '8'], ['9']], most, heading)).toEqual({
      isCut: false,
      table: {
        columns: ['Month', 'Offences', 'Column 3'],
        rows: [
          ['Jan', '1', ''],
          ['Feb', '7', '8'],
          ['', '9', ''],
        ],
      },
    });
    expect(
      withBlock(
        table,
        { row: -1, column: 0 },
        [
          ['Ward', 'Thefts'],
          ['East', '3'],
        ],
        most,
        heading,
      ).table,
    ).toEqual({
      columns: ['Ward', 'Thefts'],
      rows: [
        ['East', '3'],
        ['Feb', '2'],
      ],
    });
    const cut = withBlock(table, { row: 8, column: 3 }, [['a', 'b'], ['c'], ['d']], most, heading);
    expect(cut.isCut).toBe(true);
    expect(cut.table.rows).toHaveLength(10);
    expect(cut.table.columns).toHaveLength(4);
  });

  it('keeps its last column', () => {
    expect(withoutColumn({ columns: ['Only'], rows: [['1']] }, 0)).toEqual({ columns: ['Only'], rows: [['1']] });
  });

  it('stays a table whatever is done to it', () => {
    const place = fc.record({ row: fc.integer({ min: -1, max: 9 }), column: fc.integer({ min: 0, max: 3 }) });
    const step = fc.oneof(
      fc.record({ what: fc.constantFrom('row', 'column', 'no row', 'no column') as fc.Arbitrary<string>, place }),
      fc.record({ what: fc.constant('cell'), place }),
      fc.record({ what: fc.constant('block'), place, block: fc.array(fc.array(fc.string(), { maxLength: 5 }), { maxLength: 5 }) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let now = table;
        for (const one of steps) {
          const at = { row: Math.min(one.place.row, now.rows.length - 1), column: Math.min(one.place.column, now.columns.length - 1) };
          if (one.what === 'row') now = withRow(now, at.row);
          if (one.what === 'column') now = withColumn(now, at.column, 'New');
          if (one.what === 'no row') now = withoutRow(now, at.row);
          if (one.what === 'no column') now = withoutColumn(now, at.column);
          if (one.what === 'cell') {
            now = withCell(now, at, 'typed');
            expect(cellAt(now, at)).toBe('typed');
          }
          if ('block' in one) now = withBlock(now, at, one.block, { rows: 50, columns: 30 }, heading).table;
          for (const cells of now.rows) expect(cells).toHaveLength(now.columns.length);
          expect(now.columns.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
