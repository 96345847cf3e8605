import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStepUpWanted } from '../api/step-up';
import { Problem } from '../states/problem';
import { useSubmit } from './use-submit';

interface FormDialogProps<Values extends object, Answer> {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly form: UseFormReturnType<Values>;
  readonly send: (values: Values) => Promise<Answer>;
  readonly onDone: (answer: Answer) => void;
  readonly onClose: () => void;
  /** Text of the button that sends. */
  readonly action: string;
  /** What it does cannot be undone. */
  readonly danger?: boolean;
  readonly size?: string;
  readonly children?: ReactNode;
}

/** A form over the page. Shown for as long as it is rendered; faults stand beside its fields. */
export function FormDialog<Values extends object, Answer>(props: FormDialogProps<Values, Answer>) {
  const { title, hint, form, send, onDone, onClose, action, danger = false, children } = props;
  const { t } = useTranslation('common');
  const submit = useSubmit(form, send, onDone);
  // Escape closes the upper of two dialogs only.
  const below = useStepUpWanted() !== null;
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={props.size ?? 'md'}
      closeOnEscape={!below}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      <form ref={submit.ref} onSubmit={submit.onSubmit} noValidate>
        <Stack>
          {hint !== undefined && <Text size="sm">{hint}</Text>}
          <Problem error={submit.error} shown={submit.shown} />
          {children}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('actions.cancel')}
            </Button>
            <Button type="submit" loading={submit.isPending} {...(danger && { color: 'red.9' })}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
