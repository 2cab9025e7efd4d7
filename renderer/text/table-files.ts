/** Why a file could not be read as a table, and what would help. */
export const tableFileText = {
  empty: 'This file is empty.',
  tooBig: (megabytes: number) => `This file is larger than ${megabytes} MB. Leave out what is not needed and save it again.`,
  oldExcel: 'This is an old Excel file, or one locked with a password. Open it in Excel and save it as .xlsx without a password.',
  notWorkbook: 'This is not an Excel workbook. Save it as .xlsx or .csv and try again.',
  damaged: 'This workbook is damaged and cannot be read. Open it in Excel, save it again and try once more.',
  unpacksTooLarge: (megabytes: number) =>
    `This workbook unpacks to more than ${megabytes} MB. Copy what is needed into a new workbook and try again.`,
  tooManySheets: (most: number) => `This workbook has more than ${most} sheets. Copy the one that is needed into a new workbook.`,
  tooManyRows: (most: number) => `This has more than ${most.toLocaleString('en-GB')} rows. Leave out what is not needed.`,
  tooManyColumns: (most: number) => `This has more than ${most.toLocaleString('en-GB')} columns. Leave out what is not needed.`,
  tooManyCells: (most: number) => `This has more than ${most.toLocaleString('en-GB')} cells. Leave out what is not needed.`,
  cellTooLong: (row: number, most: number) => `A cell in row ${row} has more than ${most.toLocaleString('en-GB')} characters. Shorten it.`,
  openQuote: (row: number) => `A quotation mark in row ${row} is never closed, so the rows after it cannot be told apart.`,
  binary: 'This file holds no text. Choose a .csv or .xlsx file.',
  nothing: 'There is nothing in this file that could be a table.',
  unreadable: 'This file could not be read. It may have been moved or be open in another program.',
  sheet: (number: number) => `Sheet ${number}`,
} as const;
