import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { notify } from '../../../app/notify';

/** Long enough to notice a slip, and to reach the button by keyboard. */
const SHOWN_MS = 20_000;

/** Says what was done, with a button that takes it back. */
export function undoNotice(message: string, label: string, undo: () => void): void {
  const id = notify({
    autoClose: SHOWN_MS,
    message: (
      <Group justify="space-between" wrap="nowrap">
        {message}
        <Button
          size="xs"
          variant="default"
          style={{ flexShrink: 0 }}
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          {label}
        </Button>
      </Group>
    ),
  });
}
