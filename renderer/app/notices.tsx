import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type Notice, setNotifier } from '../canvas/notify.ts';

/** Milliseconds for which something can be taken back at the place where it was said. */
const WITH_ACTION = 8000;
const WITHOUT_ACTION = 5000;

/** Shows the canvas's notices as messages at the edge of the window. Returns what ends it. */
export function showNotices(): () => void {
  setNotifier(show);
  return () => setNotifier(() => undefined);
}

function show({ message, action }: Notice): void {
  const id = notifications.show({
    message: action ? <WithAction message={message} {...action} run={() => take(id, action.run)} /> : message,
    autoClose: action ? WITH_ACTION : WITHOUT_ACTION,
    withBorder: false,
    closeButtonProps: { 'aria-label': 'Dismiss' },
  });
}

function take(id: string, run: () => void): void {
  notifications.hide(id);
  run();
}

function WithAction({ message, title, run }: { message: string; title: string; run: () => void }) {
  return (
    <Group justify="space-between" gap={12} wrap="nowrap">
      <span>{message}</span>
      <Button size="xs" variant="default" onClick={run}>
        {title}
      </Button>
    </Group>
  );
}
