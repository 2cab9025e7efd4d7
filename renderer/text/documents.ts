/** Words about saving documents: what stands on the button, while it is made, and after. */
export const documentsText = {
  formats: { pdf: 'PDF', docx: 'Word' },
  formatsLong: { pdf: 'PDF, for printing and sending', docx: 'Word, to go on working with' },
  save: (format: string) => `Save as ${format}`,
  choose: 'Save a copy',
  working: 'Making the document',
  cancelled: 'Nothing was saved.',
  done: (copy: number, pages: number, path: string) =>
    `Copy ${copy}${pages === 0 ? '' : `, ${pages === 1 ? '1 page' : `${pages} pages`},`} saved as ${path}`,
  refused: 'The document was not saved',
  why: 'Why',
} as const;
