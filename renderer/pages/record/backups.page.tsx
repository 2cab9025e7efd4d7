import { Button, Modal, Stack } from '@mantine/core';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import type { BackupListed, BackupProof, BackupsView } from '#shared/contracts/bridge/backups.ts';
import { dayText } from '#shared/base/time-text.ts';
import type { Progress } from '#renderer/app/bridge/bridge.ts';
import { useBridge } from '#renderer/app/bridge/use-bridge.ts';
import { announce } from '#renderer/app/shell/announce.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { Facts } from '#renderer/components/details-pane.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Page, PageLoading } from '#renderer/components/page.tsx';
import { ProgressOverlay } from '#renderer/components/progress-overlay.tsx';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { When, whenText } from '#renderer/components/when.tsx';
import { BackupSettings } from '#renderer/features/backup/backup-settings.tsx';
import { BackupTable } from '#renderer/features/backup/backup-table.tsx';
import { ProofList } from '#renderer/features/backup/proof-list.tsx';
import { PutBackDialog } from '#renderer/features/backup/put-back-dialog.tsx';
import styles from '#renderer/features/backup/backup.module.css';
import { appText } from '#renderer/text/app.ts';
import { backupsText } from '#renderer/text/backups.ts';
import { recordText } from '#renderer/text/record.ts';

const text = backupsText;

/** Backups: where they are, what they are worth, and putting the vault back from one (duties 32, 34). */
export function BackupsPage(): ReactNode {
  const bridge = useBridge();
  const [view, setView] = useState<BackupsView | null>(null);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [doing, setDoing] = useState('');
  const [progress, setProgress] = useState<Progress | null>(null);
  const [proved, setProved] = useState<{ readonly backup: BackupListed; readonly proof: BackupProof } | null>(null);
  const [puttingBack, setPuttingBack] = useState('');

  const again = useCallback(async (): Promise<void> => {
    const result = await bridge.ask('backup.look', {});
    if (result.ok) setView(result.value);
    else setRefusals(result.refusals);
  }, [bridge]);
  useEffect(() => {
    void Promise.resolve().then(again);
  }, [again]);

  const busyWith = async (what: string, work: () => Promise<readonly Refusal[]>): Promise<void> => {
    if (doing !== '') return;
    setDoing(what);
    setProgress(null);
    setRefusals(await work());
    setDoing('');
    await again();
  };
  const make = (): Promise<void> =>
    busyWith(text.making, async () => {
      const result = await bridge.ask('backup.make', {}, setProgress);
      if (!result.ok) return result.refusals;
      acknowledge(text.made);
      return [];
    });
  const drill = (backupId: string): Promise<void> =>
    busyWith(text.drilling, async () => {
      const result = await bridge.ask('backup.drill', { backupId }, setProgress);
      if (!result.ok) return result.refusals;
      setProved(result.value);
      announce(result.value.proof.whole ? text.proof.whole : text.proof.broken);
      return [];
    });
  const look = (): Promise<void> =>
    busyWith(text.looking, async () => {
      const result = await bridge.ask('backup.look-for-damage', {}, setProgress);
      if (!result.ok) return result.refusals;
      if (result.value.damage === null) acknowledge(text.noDamage);
      return [];
    });
  const choosePlace = async (own: boolean): Promise<void> => {
    const result = await bridge.ask('backup.choose-place', { own });
    setRefusals(result.ok ? [] : result.refusals);
    if (!result.ok || result.value.path === '') return;
    acknowledge(text.place.chosen);
    await again();
  };

  const newest = view?.backups.find(({ state }) => state === 'proved') ?? null;
  return (
    <Page
      title={text.title}
      subtitle={text.subtitle}
      breadcrumbs={[{ text: recordText.title, to: '/record' }]}
      actions={
        <>
          <Button variant="default" onClick={() => void look()} disabled={view === null}>
            {text.look}
          </Button>
          <Button variant="default" onClick={() => void drill('')} disabled={newest === null} title={text.drillHelp}>
            {text.drill}
          </Button>
          <Button onClick={() => void make()} disabled={view === null}>
            {text.make}
          </Button>
        </>
      }
    >
      {view === null && refusals.length === 0 && <PageLoading />}
      <div className={styles['sections']}>
        <RefusalNote refusals={refusals} />
        {view !== null && (
          <>
            {view.damage !== null && (
              <section className={styles['damage']} role="alert">
                <h2>{text.damage.title}</h2>
                <p>
                  {text.damage.found(view.damage.file)} {view.damage.says.join(' ')}
                </p>
                <p>{text.damage.advice}</p>
              </section>
            )}
            {view.trouble !== '' && view.place.there && <p role="status">{view.trouble}</p>}
            <div className={styles['columns']}>
              <section>
                <h2 className={styles['heading']}>{text.last.title}</h2>
                <Facts
                  facts={[
                    { label: text.list.columns.made, value: newest === null ? text.last.none : <When at={newest.madeAt} /> },
                    { label: text.last.next, value: view.nextOn === null ? text.last.never : dayText(view.nextOn) },
                    {
                      label: text.last.drill,
                      value:
                        view.lastDrill === null ? (
                          text.last.noDrill
                        ) : (
                          <>
                            <When at={view.lastDrill.at} />, {text.last.found(view.lastDrill.whole)}
                          </>
                        ),
                    },
                    { label: text.last.looked, value: view.lookedAt === null ? text.last.notLooked : <When at={view.lookedAt} /> },
                  ]}
                />
              </section>
              <section>
                <h2 className={styles['heading']}>{text.place.title}</h2>
                <p className={styles['path']}>{view.place.own ? text.place.own : view.place.path}</p>
                <p className={styles['help']}>{view.place.own ? text.place.ownHelp : view.place.there ? '' : text.place.absent}</p>
                <div className={styles['buttons']}>
                  <Button variant="default" size="xs" onClick={() => void choosePlace(false)}>
                    {text.place.choose}
                  </Button>
                  {!view.place.own && (
                    <Button variant="subtle" color="gray" size="xs" onClick={() => void choosePlace(true)}>
                      {text.place.useOwn}
                    </Button>
                  )}
                </div>
              </section>
            </div>
            <section>
              <h2 className={styles['heading']}>{text.list.title}</h2>
              {view.backups.length === 0 ? (
                <EmptyState title={text.list.empty}>{view.place.there ? text.list.emptyBody : text.place.absent}</EmptyState>
              ) : (
                <BackupTable
                  backups={view.backups}
                  onProve={(backup) => void drill(backup.id)}
                  onPutBack={(backup) => setPuttingBack(backup.id)}
                />
              )}
            </section>
            <section>
              <h2 className={styles['heading']}>{text.settings.title}</h2>
              <BackupSettings key={JSON.stringify([view.pace, view.keeping])} view={view} onChanged={() => void again()} />
            </section>
          </>
        )}
      </div>
      {proved !== null && (
        <Modal
          opened
          onClose={() => setProved(null)}
          title={text.proof.of(whenText(proved.backup.madeAt))}
          size="lg"
          closeButtonProps={{ 'aria-label': appText.components.close }}
        >
          <Stack gap="md">
            <ProofList proof={proved.proof} />
            <div>
              <Button onClick={() => setProved(null)} data-autofocus>
                {text.proof.close}
              </Button>
            </div>
          </Stack>
        </Modal>
      )}
      {puttingBack !== '' && (
        <PutBackDialog
          backupId={puttingBack}
          onClose={() => {
            setPuttingBack('');
            void again();
          }}
        />
      )}
      <ProgressOverlay open={doing !== ''} title={doing} progress={progress} />
    </Page>
  );
}
