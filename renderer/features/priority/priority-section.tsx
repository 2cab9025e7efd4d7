import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { goTo } from '#renderer/app/location.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { Reference } from '#renderer/components/reference.tsx';
import { SaveDocument } from '#renderer/components/save-document.tsx';
import { View } from '#renderer/components/view.tsx';
import { whenText } from '#renderer/components/when.tsx';
import { forceText } from '#renderer/text/force.ts';
import { organisationText } from '#renderer/text/organisation.ts';
import styles from './priority-section.module.css';

const text = organisationText.priority;

/** The control strategy's priorities of the place, each with the decision that set it (duties 80, 93). */
export function PrioritySection({ nodeType, nodeId }: { readonly nodeType: 'force' | 'area'; readonly nodeId: string }): ReactNode {
  const view = useView('priorities', { nodeId });
  return (
    <View of={view}>
      {({ rows }) => (
        <>
          {rows.length === 0 && <p className={styles['quiet']}>{forceText.group.noStrategy}</p>}
          <ul className={styles['list']}>
            {rows.map((priority) => (
              <li key={priority.id} className={styles['priority']} data-ended={priority.current ? undefined : ''}>
                <Reference>{priority.reference}</Reference>
                <span>
                  {priority.title}
                  <span className={styles['quiet']}>
                    {priority.setByReference !== '' && (
                      <>
                        {' · '}
                        <Link href={linkTo('decision', priority.setByDecisionId)}>{forceText.group.setBy(priority.setByReference)}</Link>
                      </>
                    )}
                    {priority.to !== '' && `, ${forceText.group.ended(whenText(priority.to))}`}
                  </span>
                </span>
              </li>
            ))}
          </ul>
          <div className={styles['foot']}>
            <Button size="compact-sm" variant="default" onClick={() => goTo(`/strategy?place=${nodeId}`)}>
              {text.open}
            </Button>
            {rows.some((row) => row.current) && (
              <SaveDocument name="priorities-in-force" args={{ nodeType, nodeId }} formats={['pdf', 'docx']} size="compact-sm" />
            )}
          </div>
        </>
      )}
    </View>
  );
}
