import { VisuallyHidden } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import type { HistoryVersion } from '#shared/contracts/bridge/asks.ts';
import { useBridge } from '#renderer/app/bridge/use-bridge.ts';
import { PageLoading } from '#renderer/components/page.tsx';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { When, whenText } from '#renderer/components/when.tsx';
import { recordText } from '#renderer/text/record.ts';
import { changedFields, fieldWords } from './changed-fields.ts';
import styles from './journal.module.css';

const text = recordText.history;

/** Every version of a record, newest first, with who changed what and both texts readable (duty 34). Looking is journalled. */
export function RecordHistory({ kind, id }: { readonly kind: string; readonly id: string }): ReactNode {
  const bridge = useBridge();
  const asked = `${kind} ${id}`;
  const [answer, setAnswer] = useState<{
    readonly to: string;
    readonly versions: readonly HistoryVersion[];
    readonly refusals: readonly Refusal[];
  } | null>(null);
  useEffect(() => {
    let current = true;
    void bridge.ask('record.history', { kind, id }).then((result) => {
      if (current)
        setAnswer({ to: `${kind} ${id}`, versions: result.ok ? result.value.versions : [], refusals: result.ok ? [] : result.refusals });
    });
    return () => {
      current = false;
    };
  }, [bridge, id, kind]);

  if (answer?.to !== asked) return <PageLoading />;
  const { versions, refusals } = answer;
  if (refusals.length > 0) return <RefusalNote refusals={refusals} />;
  const newestFirst = versions.map((version, index) => ({ version, before: versions[index - 1] })).reverse();
  return (
    <div>
      <p className={styles['dimmed']}>
        {versions.length} {versions.length === 1 ? text.versions[0] : text.versions[1]}
      </p>
      <ol className={styles['versions']}>
        {newestFirst.map(({ version, before }) => (
          <li key={version.rev} className={styles['version']}>
            <p>
              <strong>
                <When at={version.updatedAt} />
              </strong>{' '}
              {text.by(version.updatedByName)} <span className={styles['dimmed']}>{text.state(version.state)}</span>
            </p>
            {before === undefined ? (
              <p className={styles['dimmed']}>{text.first}</p>
            ) : (
              <Changes before={before.body} after={version.body} />
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Changes({ before, after }: { readonly before: unknown; readonly after: unknown }): ReactNode {
  const changes = changedFields(before, after);
  if (changes.length === 0) return <p className={styles['dimmed']}>{text.nothingElse}</p>;
  return (
    <dl className={styles['changes']}>
      {changes.map((change) => (
        <div key={change.field}>
          <dt>{fieldWords(change.field)}</dt>
          <dd>
            <VisuallyHidden>{text.was} </VisuallyHidden>
            <del>{valueText(change.before)}</del> <VisuallyHidden>{text.is} </VisuallyHidden>
            <ins>{valueText(change.after)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function valueText(value: unknown): string {
  if (value === undefined || value === null || value === '') return text.none;
  if (typeof value === 'string') return whenTextOrSame(value);
  if (Array.isArray(value)) return text.list(value.length);
  return JSON.stringify(value);
}

const whenTextOrSame = (value: string): string => (/^\d{4}-\d{2}-\d{2}(T[\d:.]{12}Z)?$/.test(value) ? whenText(value) : value);
