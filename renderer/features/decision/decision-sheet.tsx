import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { DecisionPage } from '#shared/domain/decision/decision.queries.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { Facts } from '#renderer/components/details-pane.tsx';
import { DutyTag } from '#renderer/components/duty-tag.tsx';
import { placed } from '#renderer/components/placed.ts';
import { Reference } from '#renderer/components/reference.tsx';
import { SheetSection } from '#renderer/components/record-sheet.tsx';
import sheet from '#renderer/components/record-sheet.module.css';
import { StatusText } from '#renderer/components/status-text.tsx';
import { When, whenText } from '#renderer/components/when.tsx';
import { decisionsText as words } from '#renderer/text/decisions.ts';
import styles from './decision.module.css';

/** One decision as it was recorded: what, why, what else was considered, on what evidence, by whom, and what corrected it. */
export function DecisionSheet({ decision }: { readonly decision: DecisionPage }): ReactNode {
  return (
    <>
      <Banners decision={decision} />
      <SheetSection title={words.decision} duties={[54]}>
        <p className={styles['text']} data-struck={decision.supersededById === '' ? undefined : ''}>
          {decision.text}
        </p>
      </SheetSection>
      <SheetSection title={words.rationale} duties={[82]}>
        <p className={sheet['prose']}>{decision.rationale}</p>
      </SheetSection>
      <DecisionFacts decision={decision} />
      <Named decision={decision} />
      <Options decision={decision} />
      <Evidence decision={decision} />
      {decision.dissents.length > 0 && (
        <SheetSection title={words.dissent} duties={[115]}>
          <ul className={sheet['list']}>
            {placed(decision.dissents).map(({ item: one, place }) => (
              <li key={place}>
                <strong>{one.person}</strong>
                <p className={sheet['prose']}>{one.text}</p>
              </li>
            ))}
          </ul>
        </SheetSection>
      )}
      {decision.laterEntries.length > 0 && (
        <SheetSection title={words.later}>
          <ul className={sheet['list']}>
            {decision.laterEntries.map((entry) => (
              <li key={entry.id}>
                <span className={sheet['dimmed']}>
                  {words.entryTypes[entry.entryType] ?? entry.entryType} · <When at={entry.saidAt} />
                  {entry.saidBy !== '' && ` · ${entry.saidBy}`}
                </span>
                <p className={sheet['prose']}>{entry.text}</p>
              </li>
            ))}
          </ul>
        </SheetSection>
      )}
      {decision.chain.length > 1 && <Chain decision={decision} />}
    </>
  );
}

function Banners({ decision }: { readonly decision: DecisionPage }): ReactNode {
  if (decision.supersededById === '' && decision.supersedesId === '' && decision.withinAuthority) return null;
  return (
    <div>
      {decision.supersededById !== '' && (
        <p className={sheet['banner']}>
          {words.supersededBanner(decision.supersededByReference)}{' '}
          <Link href={linkTo('decision', decision.supersededById)}>{decision.supersededByReference}</Link>
        </p>
      )}
      {decision.supersedesId !== '' && (
        <p className={sheet['banner']}>
          <Link href={linkTo('decision', decision.supersedesId)}>{words.correction(decision.supersedesReference)}</Link>{' '}
          {words.correctionReason}: {decision.correctionReason}
        </p>
      )}
      {!decision.withinAuthority && (
        <p className={sheet['banner']}>
          {words.advisoryBanner} {decision.authorityNote} <DutyTag number={71} /> <DutyTag number={120} />
        </p>
      )}
    </div>
  );
}

function DecisionFacts({ decision }: { readonly decision: DecisionPage }): ReactNode {
  const { facts } = words;
  return (
    <div className={sheet['columns']}>
      <Facts
        facts={[
          { label: facts.decided, value: <When at={decision.decidedAt} /> },
          { label: facts.written, value: <When at={decision.writtenAt} /> },
          { label: facts.decidedBy, value: decision.decidedBy },
          { label: facts.recordedBy, value: decision.recordedBy },
          { label: facts.authority, value: decision.withinAuthority ? words.withinAuthority : words.outsideAuthority },
        ]}
      />
      <Facts
        facts={[
          {
            label: facts.meeting,
            value:
              decision.meeting === null ? (
                ''
              ) : (
                <Link href={linkTo('meeting', decision.meeting.id)}>
                  <Reference>{decision.meeting.reference}</Reference>
                </Link>
              ),
          },
          { label: facts.item, value: decision.item === null ? '' : words.item(decision.item.number, decision.item.title) },
          { label: facts.priority, value: decision.priority === null ? '' : `${decision.priority.reference} ${decision.priority.title}` },
          { label: facts.outside, value: decision.outsideStrategyReason },
          { label: facts.owner, value: decision.owner },
          { label: facts.due, value: decision.dueOn === '' ? '' : <When at={decision.dueOn} /> },
        ]}
      />
    </div>
  );
}

/** What it sets, approves or gives an outcome to, as each was called then (duties 73-77, 93). */
function Named({ decision }: { readonly decision: DecisionPage }): ReactNode {
  if (decision.names.length === 0) return null;
  return (
    <SheetSection title={words.names} duties={[93]}>
      <ul className={sheet['list']}>
        {decision.names.map((one) => {
          const path = linkTo(one.kind, one.id);
          const title = one.title === '' ? words.namedHidden : one.title;
          return (
            <li key={`${one.kind}/${one.id}`}>
              {words.kinds[one.kind] ?? one.kind}: {path === '' || one.title === '' ? title : <Link href={path}>{title}</Link>}
            </li>
          );
        })}
      </ul>
    </SheetSection>
  );
}

function Options({ decision }: { readonly decision: DecisionPage }): ReactNode {
  return (
    <SheetSection title={words.options} duties={[115, 132]}>
      <ul className={styles['options']}>
        {placed(decision.options).map(({ item: option, place }) => (
          <li key={place} className={styles['option']}>
            <StatusText tone={option.chosen ? 'good' : 'quiet'}>{option.chosen ? words.chosen : words.rejected}</StatusText>
            <div>
              <p className={sheet['prose']}>{option.text}</p>
              {option.rejectedBecause !== '' && (
                <p className={sheet['dimmed']}>
                  {words.because}: {option.rejectedBecause}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
      {decision.singleOptionReason !== '' && (
        <p className={sheet['prose']}>
          {words.singleOption}: {decision.singleOptionReason}
        </p>
      )}
      {decision.options.length === 0 && decision.singleOptionReason === '' && <p className={sheet['dimmed']}>{words.fastTrack}</p>}
    </SheetSection>
  );
}

function Evidence({ decision }: { readonly decision: DecisionPage }): ReactNode {
  return (
    <SheetSection title={words.evidence} duties={[53, 130]}>
      {decision.evidence.length === 0 ? (
        <p className={sheet['prose']}>
          {words.noEvidence}: {decision.noEvidenceReason}
        </p>
      ) : (
        <ul className={sheet['list']}>
          {placed(decision.evidence).map(({ item: cited, place }) => {
            const known = decision.knownThen.find((one) => one.recordId === cited.recordId && cited.recordId !== '');
            const to = known === undefined || known.since === 'not-shown' ? '' : linkTo(cited.recordKind, cited.recordId, known.parent);
            return (
              <li key={place}>
                {to === '' ? cited.title : <Link href={to}>{cited.title}</Link>}{' '}
                <span className={sheet['dimmed']}>
                  {[cited.asOf === '' ? '' : words.asOf(whenText(cited.asOf)), words.confidence[cited.confidence]]
                    .filter((part) => part !== '')
                    .join(', ')}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </SheetSection>
  );
}

function Chain({ decision }: { readonly decision: DecisionPage }): ReactNode {
  return (
    <SheetSection title={words.chain} duties={[54, 81]}>
      <ol className={sheet['list']}>
        {decision.chain.map((one) => (
          <li
            key={one.id}
            className={styles['link']}
            data-struck={one.supersededById === '' ? undefined : ''}
            aria-current={one.id === decision.id ? 'true' : undefined}
          >
            <span className={styles['linkHead']}>
              {one.id === decision.id ? (
                <Reference>{one.reference}</Reference>
              ) : (
                <Link href={linkTo('decision', one.id)}>
                  <Reference>{one.reference}</Reference>
                </Link>
              )}
              <When at={one.decidedAt} />
              <StatusText tone={one.supersededById === '' ? 'good' : 'quiet'}>
                {one.supersededById === '' ? words.chainNow : words.superseded}
              </StatusText>
            </span>
            <span className={styles['linkText']}>{one.text}</span>
            {one.correctionReason !== '' && (
              <span className={sheet['dimmed']}>
                {words.correctionReason}: {one.correctionReason}
              </span>
            )}
          </li>
        ))}
      </ol>
    </SheetSection>
  );
}

/** The delivery plans made from a decision, each leading to its page. */
export function PlansOfDecision({ plans }: { readonly plans: DecisionPage['plans'] }): ReactNode {
  if (plans.length === 0) return <p className={sheet['dimmed']}>{words.noPlans}</p>;
  return (
    <ul className={sheet['list']}>
      {plans.map((plan) => (
        <li key={plan.id} className={styles['link']}>
          <Link href={linkTo('delivery-plan', plan.id)}>{plan.title}</Link>
          <span className={sheet['dimmed']}>
            <Reference>{plan.reference}</Reference> · {words.planState[plan.state] ?? plan.state}
            {plan.owner !== '' && ` · ${plan.owner}`}
          </span>
          {plan.result !== '' && <span className={sheet['dimmed']}>{words.planResult(plan.result)}</span>}
        </li>
      ))}
    </ul>
  );
}
