import { Button, type ButtonProps, Menu, Modal } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import type { PrintFormat } from '#shared/contracts/document/print-document.ts';
import type { DocumentArgs, DocumentName } from '#shared/domain/documents.ts';
import type { Progress } from '#renderer/app/bridge/bridge.ts';
import { useBridge } from '#renderer/app/bridge/use-bridge.ts';
import { appText } from '#renderer/text/app.ts';
import { documentsText as words } from '#renderer/text/documents.ts';
import { acknowledge } from './acknowledge.ts';
import { ProgressOverlay } from './progress-overlay.tsx';
import { RefusalNote } from './refusal-note.tsx';

interface SaveDocumentProps<Name extends DocumentName> {
  readonly name: Name;
  readonly args: DocumentArgs<Name>;
  readonly formats: readonly PrintFormat[];
  /** What stands on the button; the format when there is only one, when it is left out. */
  readonly label?: string;
  readonly size?: ButtonProps['size'];
  readonly variant?: string;
}

/** Saves a listed document where the person chooses: a button, or a menu where there is more than one format. Says where it went, or why it was not saved. */
export function SaveDocument<Name extends DocumentName>({
  name,
  args,
  formats,
  label,
  size = 'sm',
  variant = 'default',
}: SaveDocumentProps<Name>): ReactNode {
  const bridge = useBridge();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const giving = useRef<AbortController | null>(null);

  const save = async (format: PrintFormat): Promise<void> => {
    if (busy) return;
    giving.current = new AbortController();
    setBusy(true);
    setRefusals([]);
    const answer = await bridge.ask('document.save', { name, args: { ...args }, format }, setProgress, giving.current.signal);
    setBusy(false);
    setProgress(null);
    if (!answer.ok) {
      if (answer.refusals[0].code === 'document/cancelled') acknowledge(words.cancelled);
      else setRefusals(answer.refusals);
      return;
    }
    const { path, copyNumber, pages } = answer.value;
    acknowledge(path === '' ? words.cancelled : words.done(copyNumber, pages, path));
  };

  const [only] = formats;
  return (
    <>
      {formats.length === 1 && only !== undefined ? (
        <Button size={size} variant={variant} loading={busy} onClick={() => void save(only)}>
          {label ?? words.save(words.formats[only])}
        </Button>
      ) : (
        <Menu position="bottom-start" transitionProps={{ duration: 0 }}>
          <Menu.Target>
            <Button size={size} variant={variant} loading={busy}>
              {label ?? words.choose}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {formats.map((format) => (
              <Menu.Item key={format} onClick={() => void save(format)}>
                {words.formatsLong[format]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <Modal
        opened={refusals.length > 0}
        onClose={() => setRefusals([])}
        title={words.refused}
        closeButtonProps={{ 'aria-label': appText.components.close }}
      >
        <RefusalNote refusals={refusals} title={words.why} />
      </Modal>
      <ProgressOverlay open={busy} title={words.working} progress={progress} onCancel={() => giving.current?.abort()} />
    </>
  );
}
