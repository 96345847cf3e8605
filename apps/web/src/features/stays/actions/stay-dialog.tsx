import { Alert, Button, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { StayAction } from '@luutru/stay-life';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useCodeNames } from '../../../api/code-names';
import { Problem } from '../../../states/problem';
import { localMoment } from '../../check-in/place/stay-terms';
import type { Stay } from '../stay';
import { CorrectForm } from './correct-form';
import { type ActionFormProps, DialogButtons } from './dialog-buttons';
import { useStaySubmit } from './use-stay-submit';

interface StayDialogProps {
  readonly stay: Stay;
  readonly action: StayAction;
  readonly onClose: () => void;
}

/** What is asked before a stay is changed. Each names the version that was seen: a change in between is told, not overwritten. */
export function StayDialog({ stay, action, onClose }: StayDialogProps) {
  const { t } = useTranslation('stays');
  const { t: common } = useTranslation('common');
  const queries = useQueryClient();
  const done = (): void => {
    for (const name of ['listStays', 'getStay', 'getStayHistory']) void queries.invalidateQueries({ queryKey: [name] });
    onClose();
  };
  // As it was when the dialog opened: what somebody else has changed since must not be sent back as if it had been typed here.
  const [seen] = useState(stay);
  const shared = { stay: seen, done, onClose };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`action.${action}`)}
      size={action === 'correct' ? 'lg' : 'md'}
      closeButtonProps={{ 'aria-label': common('actions.close') }}
    >
      {stay.version !== seen.version && (
        <Alert color="orange" mb="md" title={t('changed.title')}>
          <Stack gap="xs" align="flex-start">
            {t('changed.hint')}
            <Button size="compact-md" variant="default" onClick={onClose}>
              {t('changed.look')}
            </Button>
          </Stack>
        </Alert>
      )}
      {action === 'extend' && <ExtendForm {...shared} />}
      {action === 'cancel' && <CancelForm {...shared} />}
      {action === 'correct' && <CorrectForm {...shared} />}
      {(action === 'undo-check-out' || action === 'leave-early') && <ConfirmForm {...shared} action={action} />}
    </Modal>
  );
}

function ExtendForm({ stay, done, onClose }: ActionFormProps) {
  const { t } = useTranslation('stays');
  const { stayId, version, expectedDepartureAt } = stay;
  const dayLater = new Date(new Date(expectedDepartureAt ?? stay.arrivedAt).getTime() + 24 * 3_600_000);
  const form = useForm({ initialValues: { expectedDepartureAt: localMoment(dayLater) } });
  const submit = useStaySubmit(
    form,
    (values) => api.extendStay({ path: { stayId }, body: { version, ...values } }),
    done,
  );
  return (
    <form ref={submit.ref} onSubmit={submit.onSubmit}>
      <Stack>
        <Problem error={submit.error} shown={submit.shown} />
        <TextInput
          type="datetime-local"
          label={t('extend.until')}
          description={t('extend.hint')}
          required
          data-autofocus
          {...form.getInputProps('expectedDepartureAt')}
        />
        <DialogButtons label={t('action.extend')} pending={submit.isPending} onClose={onClose} />
      </Stack>
    </form>
  );
}

function CancelForm({ stay, done, onClose }: ActionFormProps) {
  const { t } = useTranslation('stays');
  const reasons = useCodeNames('cancel-reason').options;
  const { stayId, version } = stay;
  const form = useForm({ initialValues: { reason: 'khong-den', note: '' } });
  const submit = useStaySubmit(
    form,
    ({ reason, note }) => api.cancelStay({ path: { stayId }, body: { version, reason, ...(note !== '' && { note }) } }),
    done,
  );
  return (
    <form ref={submit.ref} onSubmit={submit.onSubmit}>
      <Stack>
        {t('cancel.hint')}
        <Problem error={submit.error} shown={submit.shown} />
        <NativeSelect label={t('cancel.reason')} data={reasons} data-autofocus {...form.getInputProps('reason')} />
        <TextInput
          label={t('cancel.note')}
          maxLength={500}
          required={form.getValues().reason === 'khac'}
          {...form.getInputProps('note')}
        />
        <DialogButtons label={t('action.cancel')} pending={submit.isPending} onClose={onClose} />
      </Stack>
    </form>
  );
}

function ConfirmForm({ stay, action, done, onClose }: ActionFormProps & { action: 'undo-check-out' | 'leave-early' }) {
  const { t } = useTranslation('stays');
  const { stayId, version } = stay;
  const form = useForm({ initialValues: {} });
  const send = () =>
    action === 'leave-early'
      ? api.leaveStayEarly({ path: { stayId }, body: { version } })
      : api.undoCheckOut({ path: { stayId }, body: { version } });
  const submit = useStaySubmit(form, send, done);
  return (
    <form ref={submit.ref} onSubmit={submit.onSubmit}>
      <Stack>
        {t(`confirm.${action}`)}
        <Problem error={submit.error} />
        <DialogButtons label={t(`action.${action}`)} pending={submit.isPending} onClose={onClose} />
      </Stack>
    </form>
  );
}
