import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { AgencyChoice, PublicationPage } from '#shared/domain/publication/publication.queries.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { publicationsText } from '#renderer/text/publications.ts';
import { AgenciesField } from './agencies-field.tsx';

const words = publicationsText.tracking;

interface SendFurtherProps {
  readonly publication: PublicationPage;
  readonly agencies: readonly AgencyChoice[];
}

/** Sends a partner version to agencies that have not had it (duty 100). */
export function SendFurther({ publication, agencies }: SendFurtherProps): ReactNode {
  const [open, setOpen] = useState(false);
  if (agencies.length === 0) return null;
  const close = (): void => setOpen(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {words.moreAgencies}
      </Button>
      {open && (
        <CommandDialog
          title={words.moreAgencies}
          command="publication.send-to-agencies"
          forKind="publication.send-to-agencies"
          about={publication.id}
          initial={{ agencyIds: [] as readonly string[] }}
          labels={publicationsText.publish.labels}
          args={({ agencyIds }) => ({ publicationId: publication.id, agencyIds: [...agencyIds] })}
          submit={words.moreSubmit}
          done={words.moreDone}
          onDone={close}
          onCancel={close}
        >
          {({ at }) => <AgenciesField {...at('agencyIds')} agencies={agencies} help={publicationsText.publish.help.agencyIds} />}
        </CommandDialog>
      )}
    </>
  );
}
