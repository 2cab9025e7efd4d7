import type { ReactNode } from 'react';
import type { PublicationPage } from '#shared/domain/publication/publication.queries.ts';
import { publicationsText } from '#renderer/text/publications.ts';
import { sectionsOf } from './sections-of.ts';
import styles from './reading-sheet.module.css';

/** The publication as a page to be read: documents, in them priorities and questions, in them what is said under each heading. */
export function ReadingSheet({ parts }: { readonly parts: PublicationPage['parts'] }): ReactNode {
  const { opening, documents } = sectionsOf(parts);
  return (
    <article className={styles['sheet']} aria-label={publicationsText.page.read}>
      {opening !== '' && <p className={styles['opening']}>{opening}</p>}
      {documents.map((document) => (
        <section key={document.id} className={styles['document']}>
          <h2 className={styles['title']}>{document.heading}</h2>
          <p className={styles['about']}>{document.text}</p>
          <Rows rows={document.rows} lead />
          {document.blocks.map((block) => (
            <section key={block.id} className={styles['block']}>
              <h3 className={styles['heading']}>{block.heading}</h3>
              {block.text !== '' && <p className={styles['text']}>{block.text}</p>}
              <Rows rows={block.rows} />
            </section>
          ))}
        </section>
      ))}
      <p className={styles['end']}>{publicationsText.page.endOfText}</p>
    </article>
  );
}

function Rows({ rows, lead = false }: { readonly rows: PublicationPage['parts']; readonly lead?: boolean }): ReactNode {
  if (rows.length === 0) return null;
  return (
    <dl className={styles['rows']} data-lead={lead || undefined}>
      {rows.map((row) => (
        <div key={row.id} className={styles['row']}>
          <dt>{row.heading}</dt>
          <dd>{row.text}</dd>
        </div>
      ))}
    </dl>
  );
}
