import { Fragment, type ReactNode } from 'react';
import type { AttendanceLine, DocumentEntry, DocumentItem, Fact, MinutesDocument } from '#shared/domain/minutes/minutes-document.ts';
import { PoliceOnly } from '#renderer/components/marking-badge.tsx';
import { minutesText } from '#renderer/text/minutes.ts';
import styles from './minutes-sheet.module.css';

const words = minutesText.sheet;

/** The minutes on screen, text for text as they are printed and sealed (duty 81). */
export function MinutesSheet({ document, draft }: { readonly document: MinutesDocument; readonly draft: boolean }): ReactNode {
  return (
    <article className={styles['sheet']} aria-label={words.label}>
      <header className={styles['title']}>
        <p className={styles['force']}>{document.force}</p>
        <h2>{document.title}</h2>
        <p className={styles['group']}>{document.group}</p>
        <p className={styles['reference']}>{document.reference}</p>
      </header>
      <FactList facts={document.facts} />
      {document.sample && <p className={styles['notice']}>{words.sample}</p>}
      {draft && <p className={styles['notice']}>{words.draft}</p>}
      {document.edition === 'partner' && <p className={styles['notice']}>{words.partner(document.withheld?.says ?? '')}</p>}
      <Attendance lines={document.attendance} />
      <Papers document={document} />
      {document.items.map((item) => (
        <Item key={item.number} item={item} />
      ))}
      <Actions document={document} />
      {document.closing.length > 0 && (
        <section className={styles['section']}>
          <h3>{words.closing}</h3>
          <FactList facts={document.closing} />
        </section>
      )}
    </article>
  );
}

function FactList({ facts }: { readonly facts: readonly Fact[] }): ReactNode {
  return (
    <dl className={styles['facts']}>
      {facts.map((fact) => (
        <Fragment key={fact.name}>
          <dt>{fact.name}</dt>
          <dd>{fact.text}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

function Table({ heads, children }: { readonly heads: readonly string[]; readonly children: ReactNode }): ReactNode {
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

function Attendance({ lines }: { readonly lines: readonly AttendanceLine[] }): ReactNode {
  if (lines.length === 0) return null;
  const order = ['Present', 'Apologies', 'Absent', 'Expected'];
  const sorted = [...lines].sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
  return (
    <section className={styles['section']}>
      <h3>{words.attendance}</h3>
      <Table heads={words.attendanceColumns}>
        {sorted.map((line) => (
          <tr key={line.personId}>
            <td>{line.name}</td>
            <td>{line.status}</td>
            <td>{line.agency === '' ? line.role : `${line.role}, ${line.agency}`}</td>
            <td>{[line.deputy === '' ? '' : words.deputy(line.deputy), line.note].filter((text) => text !== '').join(' ')}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

function Papers({ document }: { readonly document: MinutesDocument }): ReactNode {
  if (document.papers.length === 0) return null;
  return (
    <section className={styles['section']}>
      <h3>{words.papers}</h3>
      <Table heads={words.papersColumns}>
        {document.papers.map((paper) => (
          <tr key={paper.id}>
            <td>
              {paper.title} {paper.policeOnly && <PoliceOnly />}
            </td>
            <td>{paper.paperType}</td>
            <td data-narrow="">{paper.asOf}</td>
            <td>{paper.confidence}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

function Item({ item }: { readonly item: DocumentItem }): ReactNode {
  const about = [item.purpose, item.lead === '' ? '' : words.lead(item.lead), item.carried === '' ? '' : `${item.carried}.`]
    .filter((text) => text !== '')
    .join(' ');
  return (
    <section className={styles['section']}>
      <h3>
        {item.number === 0 ? '' : `${item.number}. `}
        {item.withheld ? <span className={styles['withheldTitle']}>{item.title}</span> : item.title}{' '}
        {item.policeOnly && !item.withheld && <PoliceOnly />}
      </h3>
      {about !== '' && <p className={styles['about']}>{about}</p>}
      {item.entries.map((entry) => (
        <Entry key={`${entry.entry}${entry.id}`} entry={entry} />
      ))}
      {item.outcome !== '' && <p className={styles['outcome']}>{words.outcome(item.outcome)}</p>}
    </section>
  );
}

function Entry({ entry }: { readonly entry: DocumentEntry }): ReactNode {
  const kind = entry.kind === 'decision' || entry.kind === 'action' || entry.kind === 'withheld' ? styles[entry.kind] : '';
  return (
    <div className={`${styles['entry']} ${kind ?? ''} ${entry.struck ? (styles['struck'] ?? '') : ''}`} data-entry={entry.entry}>
      <span className={styles['place']} title={entry.entry === 0 ? undefined : words.place(entry.entry)}>
        {entry.entry === 0 ? '' : entry.entry}
      </span>
      <div>
        {entry.kind === 'withheld' ? (
          entry.heading
        ) : (
          <>
            <div className={styles['head']}>
              <h4>
                {entry.heading} {entry.policeOnly && <PoliceOnly />}
              </h4>
              <span className={styles['times']}>{entry.times}</span>
            </div>
            {entry.correction !== '' && <p className={styles['correction']}>{entry.correction}.</p>}
            {entry.struck ? <del className={styles['text']}>{entry.text}</del> : <p className={styles['text']}>{entry.text}</p>}
            {entry.parts.length > 0 && (
              <dl className={styles['parts']}>
                {entry.parts.map((part) => (
                  <Fragment key={part.name}>
                    <dt>{part.name}</dt>
                    <dd>
                      {part.texts.length === 1 ? (
                        part.texts[0]
                      ) : (
                        <ul>
                          {part.texts.map((text) => (
                            <li key={text}>{text}</li>
                          ))}
                        </ul>
                      )}
                    </dd>
                  </Fragment>
                ))}
              </dl>
            )}
          </>
        )}
      </div>
    </div>
  );
}

function Actions({ document }: { readonly document: MinutesDocument }): ReactNode {
  return (
    <section className={styles['section']}>
      <h3>{words.actions}</h3>
      {document.actions.length === 0 ? (
        <p>{words.noActions}</p>
      ) : (
        <Table heads={words.actionsColumns}>
          {document.actions.map((action) => (
            <tr key={action.id}>
              <td data-narrow="">{action.short}</td>
              <td>
                {action.text} {action.policeOnly && <PoliceOnly />}
              </td>
              <td>
                {action.owner}
                {action.supporters !== '' && <div className={styles['dimmed']}>{words.supporters(action.supporters)}</div>}
              </td>
              <td data-narrow="">{action.due}</td>
              <td>{action.from}</td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}
