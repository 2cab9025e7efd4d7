import { Menu, UnstyledButton } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { instantFromMs } from '#shared/base/time.ts';
import { timeText } from '#shared/base/time-text.ts';
import { ROLE_NAMES } from '#shared/domain/appointment/role-names.ts';
import { useConnection } from '#renderer/app/bridge/use-bridge.ts';
import { useSaving } from '#renderer/app/scratchpad/writing.ts';
import { useActor, useSession } from '#renderer/app/session/session.ts';
import { APPEARANCES } from '#shared/contracts/bridge/announcements.ts';
import { useAppearance } from '#renderer/app/theme/appearance.ts';
import { KeyHint } from '#renderer/components/key-hint.tsx';
import { SavedAt } from '#renderer/components/saved-at.tsx';
import { appText } from '#renderer/text/app.ts';
import styles from './status-bar.module.css';

/** Who is signed in and as what, where the records are, whether typing is stored, the time, and the lock. */
export function StatusBar({ onLock, onSwitch }: { readonly onLock: () => void; readonly onSwitch: () => void }): ReactNode {
  const actor = useActor();
  const connection = useConnection();
  const saving = useSaving();
  const deviceName = useSession((state) => state.session?.deviceName ?? '');
  const { chosen, choose } = useAppearance();
  const roles = [...new Set(actor.roles.map((held) => (ROLE_NAMES as Readonly<Record<string, string>>)[held.role] ?? held.role))].join(
    ', ',
  );
  return (
    <footer className={styles['root']}>
      <span className={styles['who']} title={appText.status.signedInAs(actor.name, roles)}>
        <strong>{actor.name}</strong>
        {roles !== '' && ` (${roles})`}
      </span>
      <span className={styles['part']} title={appText.status.thisWorkstationOnlyWhy}>
        {deviceName !== '' && `${deviceName} · `}
        {appText.status.thisWorkstationOnly}
        {connection.state !== 'connected' && ` · ${appText.status.connection[connection.state]}`}
      </span>
      <span className={styles['saved']} data-saved={saving.state}>
        <SavedAt state={saving.state} savedAt={saving.savedAt} />
      </span>
      <Clock />
      <Menu position="top-end">
        <Menu.Target>
          <UnstyledButton className={styles['button']}>{appText.appearance.title}</UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {APPEARANCES.map((one) => (
            <Menu.Item
              key={one}
              role="menuitemradio"
              aria-checked={chosen === one}
              leftSection={<span aria-hidden>{chosen === one ? '●' : '○'}</span>}
              onClick={() => choose(one)}
            >
              {appText.appearance[one]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <UnstyledButton className={styles['button']} onClick={onSwitch}>
        {appText.status.switchPerson}
      </UnstyledButton>
      <UnstyledButton className={styles['lock']} onClick={onLock}>
        <IconLock size="0.9375rem" stroke={1.75} aria-hidden /> {appText.status.lock} <KeyHint keys="mod+l" />
      </UnstyledButton>
    </footer>
  );
}

function Clock(): ReactNode {
  const [now, setNow] = useState(() => timeText(instantFromMs(Date.now())));
  useEffect(() => {
    const timer = setInterval(() => setNow(timeText(instantFromMs(Date.now()))), 5000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time className={styles['part']} title={appText.status.clock}>
      {now}
    </time>
  );
}
