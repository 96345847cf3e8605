import { NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import type { Facility } from '../../../api/facility';
import { FormDialog } from '../../../forms/form-dialog';
import { tell } from '../../../states/tell';
import type { Case } from '../cases';

interface TransferDialogProps {
  readonly facility: Facility;
  readonly one: Case;
  readonly onClose: () => void;
}

/** To another department, room or bed; relatives go along to the department. */
export function TransferDialog({ facility, one, onClose }: TransferDialogProps) {
  const { t } = useTranslation('patients');
  const queries = useQueryClient();
  const key = useRef(crypto.randomUUID());
  const { room = '', bed = '' } = one.patient?.place ?? {};
  const form = useForm({
    initialValues: { department: one.department, room, bed },
    // Other values are another request.
    onValuesChange: () => (key.current = crypto.randomUUID()),
  });
  const departments = facility.departments.map(({ code, name }) => ({ value: code, label: name }));
  const listed = departments.some(({ value }) => value === one.department);
  return (
    <FormDialog
      title={t('transfer.title', { name: one.patient?.person.fullName ?? '' })}
      hint={t('transfer.hint')}
      form={form}
      action={t('transfer.action')}
      send={(values) =>
        api.actOnPatient(
          { path: { patientId: one.patientId }, body: { action: 'transfer', ...values } },
          { idempotencyKey: key.current },
        )
      }
      onDone={() => {
        void queries.invalidateQueries({ queryKey: ['listStays'] });
        tell(t('transfer.done'));
        onClose();
      }}
      onClose={onClose}
    >
      <NativeSelect
        label={t('desk.department')}
        data={listed ? departments : [{ value: one.department, label: one.department }, ...departments]}
        data-autofocus
        {...form.getInputProps('department')}
      />
      <TextInput label={t('desk.room')} autoComplete="off" {...form.getInputProps('room')} />
      <TextInput label={t('desk.bed')} autoComplete="off" {...form.getInputProps('bed')} />
    </FormDialog>
  );
}
