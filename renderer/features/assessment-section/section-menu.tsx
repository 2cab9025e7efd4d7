import { Button, Menu } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { SectionPage } from '#shared/domain/assessment-section/assessment-section.queries.ts';
import type { AssessmentPage } from '#shared/domain/strategic-assessment/strategic-assessment.queries.ts';
import { useCommand } from '#renderer/app/bridge/use-bridge.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { ConfirmDialog } from '#renderer/components/dialogs.tsx';
import { assessmentsText } from '#renderer/text/assessments.ts';
import { AssignSection, RenameSection } from './section-dialogs.tsx';

const words = assessmentsText.sections;
type Open = 'assign' | 'rename' | 'remove' | null;

/** How a section is laid out: its place, heading and owner. Nothing for those who do not lay out. */
export function SectionMenu({ section, page }: { readonly section: SectionPage; readonly page: AssessmentPage }): ReactNode {
  const [open, setOpen] = useState<Open>(null);
  const move = useCommand('assessment-section.move');
  const layOut = section.steps.layOut === null;
  const rename = section.steps.rename === null;
  if (!layOut && !rename) return null;
  const place = page.sections.findIndex((one) => one.id === section.id);
  const moveBefore = async (beforeSectionId: string): Promise<void> => {
    if ((await move.run({ sectionId: section.id, beforeSectionId })).ok) acknowledge(words.moved);
  };
  const close = (): void => setOpen(null);
  return (
    <>
      <Menu position="bottom-start" transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button size="compact-sm" variant="default">
            {words.actions} ▾
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {layOut && <Menu.Item onClick={() => setOpen('assign')}>{words.assign}</Menu.Item>}
          {rename && <Menu.Item onClick={() => setOpen('rename')}>{words.rename}</Menu.Item>}
          {layOut && (
            <>
              <Menu.Item disabled={place <= 0} onClick={() => void moveBefore(page.sections[place - 1]?.id ?? '')}>
                {words.up}
              </Menu.Item>
              <Menu.Item disabled={place === page.sections.length - 1} onClick={() => void moveBefore(page.sections[place + 2]?.id ?? '')}>
                {words.down}
              </Menu.Item>
              <Menu.Item onClick={() => setOpen('remove')}>{words.remove}</Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {open === 'assign' && <AssignSection section={section} agencies={page.agencies} onClose={close} />}
      {open === 'rename' && <RenameSection section={section} onClose={close} />}
      {open === 'remove' && <RemoveSection section={section} onClose={close} />}
    </>
  );
}

function RemoveSection({ section, onClose }: { readonly section: SectionPage; readonly onClose: () => void }): ReactNode {
  const { run, busy, refusals } = useCommand('assessment-section.remove');
  const remove = async (): Promise<void> => {
    if (!(await run({ sectionId: section.id })).ok) return;
    acknowledge(words.removed);
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={words.removeTitle}
      confirm={words.remove}
      busy={busy}
      refusals={refusals}
      onConfirm={() => void remove()}
      onClose={onClose}
    >
      <p>{words.removeBody}</p>
    </ConfirmDialog>
  );
}
