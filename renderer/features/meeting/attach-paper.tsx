import { Button, FileButton, Group, Modal, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import type { Day } from '#shared/base/time.ts';
import type { MeetingPage } from '#shared/domain/meeting/meeting.queries.ts';
import { PAPER_TYPES } from '#shared/domain/paper/paper.schema.ts';
import { useBridge } from '#renderer/app/bridge/use-bridge.ts';
import { useActor } from '#renderer/app/session/session.ts';
import { DayField } from '#renderer/components/day-field.tsx';
import { ErrorSummary } from '#renderer/components/error-summary.tsx';
import { CheckField, ChoiceField, errorOf, TextField } from '#renderer/components/field.tsx';
import { appText } from '#renderer/text/app.ts';
import { consoleText } from '#renderer/text/console.ts';
import { meetingsText } from '#renderer/text/meetings.ts';
import { useFileDrop } from './file-drop.ts';
import styles from './meeting.module.css';
import { sizeText } from './paper-size.ts';
import { layPaper } from './papers-under-way.ts';

const words = meetingsText.papers;

interface AttachPaperProps {
  readonly view: MeetingPage;
  /** What was dropped on the page; null when the file is still to be chosen. */
  readonly dropped: File | null;
  readonly onClose: () => void;
}

const titleOf = (file: File | null): string => file?.name.replace(/\.[^.]+$/, '') ?? '';

/** Asks what a paper is before its file is taken in. */
export function AttachPaper({ view, dropped, onClose }: AttachPaperProps): ReactNode {
  const bridge = useBridge();
  const { personId } = useActor();
  const [file, setFile] = useState<File | null>(dropped);
  const [title, setTitle] = useState(titleOf(dropped));
  const [paperType, setPaperType] = useState<string>(view.groupType === 'stcg' ? 'strategic-assessment' : 'tactical-assessment');
  const [asOf, setAsOf] = useState<Day | ''>('');
  const [confidence, setConfidence] = useState('');
  const [policeOnly, setPoliceOnly] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [busy, setBusy] = useState(false);
  const take = (chosen: File | null): void => {
    setFile(chosen);
    if (title === '' || title === titleOf(file)) setTitle(titleOf(chosen));
  };
  const drop = useFileDrop(take);
  const attach = async (): Promise<void> => {
    if (file === null) {
      setRefusals([{ code: 'paper/no-file-chosen', duties: [127], message: words.noFile, remedy: '', field: 'fileName' }]);
      return;
    }
    setBusy(true);
    const no = await layPaper(bridge, personId, file, {
      meetingId: view.id,
      title,
      paperType: paperType as (typeof PAPER_TYPES)[number],
      asOf,
      confidence: confidence as '',
      policeOnly,
    });
    setBusy(false);
    if (no === null) onClose();
    else setRefusals(no);
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
          <div className={styles['dropZone']} data-dropping={drop.over ? '' : undefined} {...drop.handlers}>
            <FileButton onChange={take}>
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
          <p className={styles['none']}>{words.attachHelp}</p>
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
