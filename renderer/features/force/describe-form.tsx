import type { ReactNode } from 'react';
import type { QueryView } from '#shared/domain/registry.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { CheckField, TextArea, TextField } from '#renderer/components/field.tsx';
import { organisationText } from '#renderer/text/organisation.ts';

type Force = NonNullable<QueryView<'force-structure'>['force']>;
const text = organisationText.force;

/** Name, code, area level, and who decided the configuration and why (duties 6, 62). */
export function DescribeForceForm({ force, onClose }: { readonly force: Force; readonly onClose: () => void }): ReactNode {
  return (
    <CommandDialog
      title={text.title}
      command="force.describe"
      forKind="force.describe"
      about={force.id}
      initial={{
        name: force.name,
        code: force.code,
        hasAreas: force.hasAreas,
        configuredBy: force.configuredBy,
        configuredBecause: force.configuredBecause,
      }}
      labels={text.labels}
      args={(fields) => fields}
      submit={text.submit}
      done={text.done}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ fields, set, error, at }) => (
        <>
          <TextField {...at('name')} />
          <TextField {...at('code')} help={text.help.code} onChange={(value) => set('code', value.toUpperCase())} w="8rem" />
          <CheckField
            name="hasAreas"
            label={text.labels.hasAreas}
            help={text.help.hasAreas}
            checked={fields.hasAreas}
            onChange={(value) => set('hasAreas', value)}
            error={error('hasAreas')}
          />
          <TextField {...at('configuredBy')} />
          <TextArea {...at('configuredBecause')} help={text.help.configuredBecause} optional />
        </>
      )}
    </CommandDialog>
  );
}
