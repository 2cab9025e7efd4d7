import { Button, FileButton, Group, Modal, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import type { Day } from '#shared/base/time.ts';
import { dayText } from '#shared/base/time-text.ts';
import type { MeetingPage } from '#shared/domain/meeting/meeting.queries.ts';
import { PAPER_TYPES } from '#shared/domain/paper/paper.schema.ts';
import { useBridge, useCommand } from '#renderer/app/bridge/use-bridge.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { DayField } from '#renderer/components/day-field.tsx';
import { ErrorSummary } from '#renderer/components/error-summary.tsx';
import { CheckField, ChoiceField, errorOf, TextField } from '#renderer/components/field.tsx';
import { PoliceOnly } from '#renderer/components/marking-badge.tsx';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { appText } from '#renderer/text/app.ts';
import { consoleText } from '#renderer/text/console.ts';
import { meetingsText } from '#renderer/text/meetings.ts';
import styles from './meeting.module.css';

const words = meetingsText.papers;
const KIB = 1024;

function sizeText(bytes: number): string {
  return bytes < KIB * KIB ? `${Math.max(1, Math.round(bytes / KIB))} KB` : `${(bytes / KIB / KIB).toFixed(1)} MB`;
}

/** Papers laid before the meeting: frozen copies with their day and confidence (duties 127, 130). */
export function MeetingPapers({ view }: { readonly view: MeetingPage }): ReactNode {
  const [attaching, setAttaching] = useState(false);
  const withdraw = useCommand('paper.withdraw');
  return (
    <section className={styles['section']} aria-label={meetingsText.page.papers}>
      <header className={styles['sectionHead']}>
        <h2>{meetingsText.page.papers}</h2>
        {(view.state === 'planned' || view.state === 'live') && (
          <RuleButton why={view.steps.attachPapers} size="compact-sm" variant="default" onClick={() => setAttaching(true)}>
            {words.attach}
          </RuleButton>
        )}
      </header>
      <RefusalNote refusals={withdraw.refusals} />
      {view.papers.length === 0 && <p className={styles['none']}>{words.empty}</p>}
      <ul className={styles['plain']}>
        {view.papers.map((paper) => (
          <li key={paper.id} data-struck={paper.state === 'withdrawn' ? '' : undefined}>
            <div className={styles['what']}>
              <p className={styles['itemTitle']}>{paper.title}</p>
              <p className={styles['below']}>
                <span>{words.types[paper.paperType]}</span>
                {paper.asOf !== '' && <span>{consoleText.side.asOf(dayText(paper.asOf as Day))}</span>}
                {paper.confidence !== '' && (
                  <span>{`${words.confidence}: ${(consoleText.compose.confidences[paper.confidence] ?? '').toLowerCase()}`}</span>
                )}
                {paper.old && paper.ageDays !== null && <StatusText tone="attention">{words.age(paper.ageDays)}</StatusText>}
                <span>{`${paper.fileName}, ${sizeText(paper.size)}`}</span>
                {paper.policeOnly && <PoliceOnly />}
                {paper.state === 'withdrawn' && <StatusText tone="quiet">{words.isWithdrawn}</StatusText>}
              </p>
            </div>
            {paper.state === 'attached' && view.state === 'planned' && view.steps.attachPapers === null && (
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                aria-label={`${words.withdraw}: ${paper.title}`}
                onClick={() =>
                  void withdraw.run({ paperId: paper.id }).then((result) => {
                    if (result.ok) acknowledge(words.withdrawn);
                  })
                }
              >
                {words.withdraw}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {attaching && <AttachPaper view={view} onClose={() => setAttaching(false)} />}
    </section>
  );
}

function AttachPaper({ view, onClose }: { readonly view: MeetingPage; readonly onClose: () => void }): ReactNode {
  const bridge = useBridge();
  const [file, setFile] = useState<File | null>(null);
  const [title, setTitle] = useState('');
  const [paperType, setPaperType] = useState<string>(view.groupType === 'stcg' ? 'strategic-assessment' : 'tactical-assessment');
  const [asOf, setAsOf] = useState<Day | ''>('');
  const [confidence, setConfidence] = useState('');
  const [policeOnly, setPoliceOnly] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [busy, setBusy] = useState(false);
  const attach = async (): Promise<void> => {
    if (file === null) {
      setRefusals([{ code: 'paper/no-file-chosen', duties: [127], message: words.noFile, remedy: '', field: 'fileName' }]);
      return;
    }
    setBusy(true);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const result = await bridge.ask('paper.attach', {
      meetingId: view.id,
      title,
      paperType: paperType as (typeof PAPER_TYPES)[number],
      fileName: file.name,
      mediaType: file.type,
      bytes,
      asOf,
      confidence: confidence as '',
      policeOnly,
    });
    setBusy(false);
    if (result.ok) {
      acknowledge(words.attached);
      onClose();
    } else setRefusals(result.refusals);
  };
  return (
    <Modal opened onClose={onClose} title={words.attachTitle} size="lg" closeButtonProps={{ 'aria-label': appText.components.close }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void attach();
        }}
      >
        <Stack gap="md">
          <ErrorSummary refusals={refusals} />
          <div>
            <FileButton
              onChange={(chosen) => {
                setFile(chosen);
                if (chosen !== null && title === '') setTitle(chosen.name.replace(/\.[^.]+$/, ''));
              }}
            >
              {(props) => (
                <Button {...props} variant="default" data-autofocus id="field-fileName">
                  {words.choose}
                </Button>
              )}
            </FileButton>{' '}
            {file !== null && words.chosen(file.name, sizeText(file.size))}
            <p className={styles['none']}>{words.fileHelp}</p>
          </div>
          <TextField name="title" label={words.title} value={title} onChange={setTitle} error={errorOf(refusals, 'title')} />
          <ChoiceField
            name="paperType"
            label={words.type}
            value={paperType}
            onChange={setPaperType}
            choices={PAPER_TYPES.map((value) => ({ value, label: words.types[value] ?? value }))}
            error={errorOf(refusals, 'paperType')}
          />
          <DayField
            name="asOf"
            label={words.asOf}
            help={words.asOfHelp}
            optional
            value={asOf}
            onChange={setAsOf}
            error={errorOf(refusals, 'asOf')}
          />
          <ChoiceField
            name="confidence"
            label={words.confidence}
            optional
            value={confidence}
            onChange={setConfidence}
            choices={(['low', 'moderate', 'high'] as const).map((value) => ({
              value,
              label: consoleText.compose.confidences[value] ?? value,
            }))}
          />
          <CheckField name="policeOnly" label={words.policeOnly} checked={policeOnly} onChange={setPoliceOnly} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {appText.components.cancel}
            </Button>
            <Button type="submit" loading={busy}>
              {words.attach}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
