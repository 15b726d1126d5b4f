import { notifications } from '@mantine/notifications';
import { wordsOf } from './error-words.ts';

/** Tells the person that something was done. */
export function notifyDone(message: string): void {
  notifications.show({
    message,
    color: 'green',
    autoClose: 4000,
    withBorder: false,
    closeButtonProps: { 'aria-label': 'Dismiss' },
  });
}

/** Tells the person what failed, why, and what to do about it. Stays until it is closed. */
export function notifyError(title: string, error: unknown): void {
  notifications.show({
    title,
    message: wordsOf(error),
    color: 'red',
    autoClose: false,
    closeButtonProps: { 'aria-label': 'Dismiss' },
  });
}
