import { notifications } from '@mantine/notifications';
import { appText } from '#renderer/text/app.ts';
import { announce } from '#renderer/app/shell/announce.ts';

/** Says briefly that something was done: `Action A4 recorded`. Also read out by a screen reader. */
export function acknowledge(message: string): void {
  notifications.show({
    message,
    withBorder: true,
    color: 'accent',
    autoClose: 5000,
    closeButtonProps: { 'aria-label': appText.components.close },
  });
  announce(message);
}
