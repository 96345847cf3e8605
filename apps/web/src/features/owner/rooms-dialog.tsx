import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { Facility } from '../../api/facility';
import { FormDialog } from '../../forms/form-dialog';
import { tell } from '../../states/tell';
import { roomsOfText, textOfRooms } from './rooms-text';

/** All rooms at once, as text: quicker than a form a room, and a list can be pasted. */
export function RoomsDialog({ facility, onClose }: { facility: Facility; onClose: () => void }) {
  const { t } = useTranslation('owner');
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { text: textOfRooms(facility.rooms) },
    validate: {
      text: (text) => {
        const read = roomsOfText(text);
        return 'line' in read ? t('facility.roomLineWrong', read) : null;
      },
    },
  });
  return (
    <FormDialog
      title={t('facility.roomsTitle')}
      hint={t('facility.roomsHint')}
      form={form}
      send={({ text }) => {
        const read = roomsOfText(text);
        const rooms = 'rooms' in read ? read.rooms : [];
        return api.changeFacility({
          path: { facility: facility.facilityId },
          body: { rooms, version: facility.version },
        });
      }}
      onDone={() => {
        tell(t('facility.changed'));
        void queries.invalidateQueries({ queryKey: ['listFacilities'] });
        onClose();
      }}
      onClose={onClose}
      action={t('common:actions.save')}
    >
      <Textarea
        label={t('facility.roomsText')}
        rows={12}
        spellCheck={false}
        data-autofocus
        styles={{ input: { fontVariantNumeric: 'tabular-nums' } }}
        {...form.getInputProps('text')}
      />
    </FormDialog>
  );
}
