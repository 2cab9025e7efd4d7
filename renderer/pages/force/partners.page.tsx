import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Warning } from '#shared/domain/governance/warning.ts';
import { useCommand, useView } from '#renderer/app/bridge/use-bridge.ts';
import { usePaletteAction } from '#renderer/app/palette-actions.ts';
import { useShortcut } from '#renderer/app/shortcuts/shortcuts.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { DetailsPane } from '#renderer/components/details-pane.tsx';
import { ConfirmDialog } from '#renderer/components/dialogs.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { View } from '#renderer/components/view.tsx';
import { WarningsDialog } from '#renderer/components/warnings-dialog.tsx';
import { PartnerDetails } from '#renderer/features/partner-agency/partner-details.tsx';
import { AgencyForm, AgreementForm, ConsentForm } from '#renderer/features/partner-agency/partner-forms.tsx';
import { type AgencyRow, PartnersTable } from '#renderer/features/partner-agency/partners-table.tsx';
import { forceText } from '#renderer/text/force.ts';
import { agencyTypeWords, organisationText } from '#renderer/text/organisation.ts';
import { ForceFrame } from './force-frame.tsx';
import { useMayOrganise } from './may-change.ts';
import { useShown } from './use-shown.ts';

type Side = 'police' | 'partner';
type Doing = { readonly what: 'add' | 'change' | 'agree' | 'close' } | { readonly what: 'consent' | 'withdraw'; readonly side: Side };
const text = organisationText.partner;

/** Partner agencies, what both sides have consented to, and until when (duties 67, 68, 119). */
export function PartnersPage(): ReactNode {
  const view = useView('partner-agencies', {});
  const { organises } = useMayOrganise();
  const { shown, show, close } = useShown();
  const [doing, setDoing] = useState<Doing | null>(null);
  const done = (): void => setDoing(null);
  useShortcut('n', text.add, () => setDoing({ what: 'add' }), { enabled: organises });
  usePaletteAction({ label: text.add, keys: 'n', run: () => setDoing({ what: 'add' }) }, organises);
  return (
    <ForceFrame
      title={forceText.partners.title}
      fill
      actions={organises && <Button onClick={() => setDoing({ what: 'add' })}>{text.add}</Button>}
    >
      <View of={view}>
        {({ rows }) => {
          const agency = rows.find((row) => row.id === shown);
          return (
            <>
              <PartnersTable
                rows={rows}
                shown={shown}
                onShow={show}
                empty={
                  <EmptyState
                    title={forceText.partners.emptyTitle}
                    action={organises && <Button onClick={() => setDoing({ what: 'add' })}>{text.add}</Button>}
                  >
                    {forceText.partners.emptyBody}
                  </EmptyState>
                }
              />
              {doing?.what === 'add' && <AgencyForm onClose={done} onAdded={show} />}
              {agency !== undefined && (
                <DetailsPane title={agency.name} subtitle={agencyTypeWords[agency.agencyType]} onClose={close}>
                  <PartnerDetails agency={agency} actions={organises && agency.inUse && <Actions agency={agency} onDo={setDoing} />} />
                  {doing?.what === 'change' && <AgencyForm agency={agency} onClose={done} />}
                  {doing?.what === 'agree' && <AgreementForm agency={agency} onClose={done} />}
                  {doing?.what === 'consent' && <ConsentForm agency={agency} side={doing.side} onClose={done} />}
                  {doing?.what === 'close' && <CloseAgency agency={agency} onClose={done} />}
                  <Withdrawal agency={agency} side={doing?.what === 'withdraw' ? doing.side : null} onClose={done} />
                </DetailsPane>
              )}
            </>
          );
        }}
      </View>
    </ForceFrame>
  );
}

function Actions({ agency, onDo }: { readonly agency: AgencyRow; readonly onDo: (doing: Doing) => void }): ReactNode {
  const given = { police: agency.policeConsent !== null, partner: agency.partnerConsent !== null };
  const small = { variant: 'default', size: 'compact-sm' } as const;
  return (
    <>
      {(['police', 'partner'] as const).map((side) => (
        <Button key={side} {...small} onClick={() => onDo({ what: given[side] ? 'withdraw' : 'consent', side })}>
          {given[side] ? text.withdraw[side] : text.consent[side]}
        </Button>
      ))}
      <Button {...small} onClick={() => onDo({ what: 'agree' })}>
        {text.agree}
      </Button>
      <Button {...small} onClick={() => onDo({ what: 'change' })}>
        {text.change}
      </Button>
      <RuleButton why={null} {...small} color="red" onClick={() => onDo({ what: 'close' })}>
        {text.close}
      </RuleButton>
    </>
  );
}

function CloseAgency({ agency, onClose }: { readonly agency: AgencyRow; readonly onClose: () => void }): ReactNode {
  const command = useCommand('partner-agency.close');
  return (
    <ConfirmDialog
      open
      title={`${text.close}: ${agency.name}`}
      confirm={text.close}
      danger
      busy={command.busy}
      refusals={command.refusals}
      onClose={onClose}
      onConfirm={() =>
        void command.run({ agencyId: agency.id }).then((result) => {
          if (!result.ok) return;
          acknowledge(text.closed);
          onClose();
        })
      }
    >
      {text.closeAsk}
    </ConfirmDialog>
  );
}

function Withdrawal({
  agency,
  side,
  onClose,
}: {
  readonly agency: AgencyRow;
  readonly side: Side | null;
  readonly onClose: () => void;
}): ReactNode {
  const command = useCommand('partner-agency.withdraw-consent');
  const [warnings, setWarnings] = useState<readonly Warning[]>([]);
  return (
    <>
      {side !== null && (
        <ConfirmDialog
          open
          title={`${text.withdraw[side]}: ${agency.name}`}
          confirm={text.withdraw[side]}
          danger
          busy={command.busy}
          refusals={command.refusals}
          onClose={onClose}
          onConfirm={() =>
            void command.run({ agencyId: agency.id, side }).then((result) => {
              if (!result.ok) return;
              acknowledge(text.withdrawDone);
              setWarnings(result.value.warnings);
              onClose();
            })
          }
        >
          {text.withdrawAsk}
        </ConfirmDialog>
      )}
      <WarningsDialog warnings={warnings} onClose={() => setWarnings([])} />
    </>
  );
}
