import { Alert, List, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Output } from '@luutru/client';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { FormDialog } from '../../../forms/form-dialog';
import { useLanguage } from '../../../i18n/use-language';
import { tell } from '../../../states/tell';

type Results = Output<'dischargePatients'>['results'];

const numbersOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n\t;,]/)
      .map((number) => number.trim())
      .filter(Boolean),
  ),
];

/** Discharges a list of case files, as copied from the hospital's own system; those that failed stay in the field. */
export function DischargeListDialog({ facilityId, onClose }: { facilityId: string; onClose: () => void }) {
  const { t } = useTranslation('patients');
  const language = useLanguage();
  const queries = useQueryClient();
  const key = useRef(crypto.randomUUID());
  const [refused, setRefused] = useState<Results>([]);
  const form = useForm({
    initialValues: { patients: '' },
    onValuesChange: () => (key.current = crypto.randomUUID()),
    validate: { patients: (text) => (numbersOf(text).length === 0 ? t('byList.none') : null) },
  });
  const count = numbersOf(form.values.patients).length;
  return (
    <FormDialog
      title={t('byList.title')}
      hint={t('byList.hint')}
      form={form}
      action={t('byList.action', { count })}
      send={({ patients }) =>
        api.dischargePatients(
          { body: { facilityId, patients: numbersOf(patients).map((recordNumber) => ({ recordNumber })) } },
          { idempotencyKey: key.current },
        )
      }
      onDone={({ results, done }) => {
        void queries.invalidateQueries({ queryKey: ['listStays'] });
        if (done > 0) tell(t('list.discharged', { count: done }));
        const failed = results.filter((result) => !result.done);
        if (failed.length === 0) return onClose();
        setRefused(failed);
        form.setFieldValue('patients', failed.map(({ recordNumber }) => recordNumber).join('\n'));
      }}
      onClose={onClose}
    >
      <Stack gap="sm">
        {refused.length > 0 && (
          <Alert color="red" role="alert" title={t('byList.refused', { count: refused.length })}>
            <List size="sm">
              {refused.map(({ recordNumber, errors }) => (
                <List.Item key={recordNumber}>
                  <Text span inherit fw={650}>
                    {recordNumber}
                  </Text>
                  : {errors.map(({ message }) => message[language]).join('. ')}
                </List.Item>
              ))}
            </List>
          </Alert>
        )}
        <Textarea
          label={t('byList.numbers')}
          description={t('byList.numbersHint')}
          required
          autosize
          minRows={5}
          maxRows={14}
          data-autofocus
          {...form.getInputProps('patients')}
        />
      </Stack>
    </FormDialog>
  );
}
