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
      {({ fields, set, error }) => (
        <>
          <TextField
            name="name"
            label={text.labels.name}
            value={fields.name}
            onChange={(value) => set('name', value)}
            error={error('name')}
          />
          <TextField
            name="code"
            label={text.labels.code}
            help={text.help.code}
            value={fields.code}
            onChange={(value) => set('code', value.toUpperCase())}
            error={error('code')}
            w="8rem"
          />
          <CheckField
            name="hasAreas"
            label={text.labels.hasAreas}
            help={text.help.hasAreas}
            checked={fields.hasAreas}
            onChange={(value) => set('hasAreas', value)}
            error={error('hasAreas')}
          />
          <TextField
            name="configuredBy"
            label={text.labels.configuredBy}
            value={fields.configuredBy}
            onChange={(value) => set('configuredBy', value)}
            error={error('configuredBy')}
          />
          <TextArea
            name="configuredBecause"
            label={text.labels.configuredBecause}
            help={text.help.configuredBecause}
            optional
            value={fields.configuredBecause}
            onChange={(value) => set('configuredBecause', value)}
            error={error('configuredBecause')}
          />
        </>
      )}
    </CommandDialog>
  );
}
