import { NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Input } from '@luutru/client';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useCodeNames } from '../../../api/code-names';
import { showBirthDate } from '../../../i18n/format';
import { Problem } from '../../../states/problem';
import { apiDate } from '../../check-in/person/person-draft';
import { localMoment } from '../../check-in/place/stay-terms';
import type { Stay } from '../stay';
import { type ActionFormProps, DialogButtons } from './dialog-buttons';
import { useStaySubmit } from './use-stay-submit';

type Changes = Input<'correctStay'>['body']['changes'];

interface Values {
  changes: {
    person: {
      fullName: string;
      birthDate: string;
      sex: string;
      phone: string;
      document: { type: string; number: string };
    };
    arrivedAt: string;
    expectedDepartureAt: string;
    place: { room: string; temporaryResidenceOn: string };
    note: string;
  };
}

const valuesOf = ({ person, place, ...stay }: Stay): Values => ({
  changes: {
    person: {
      fullName: person.fullName,
      birthDate: showBirthDate(person.birthDate),
      sex: person.sex,
      phone: person.phone ?? '',
      document: { type: String(person.documentType), number: person.documentNumber ?? '' },
    },
    arrivedAt: localMoment(new Date(stay.arrivedAt)),
    expectedDepartureAt: stay.expectedDepartureAt === null ? '' : localMoment(new Date(stay.expectedDepartureAt)),
    place: { room: place.room ?? '', temporaryResidenceOn: place.temporaryResidenceOn ?? '' },
    note: stay.note ?? '',
  },
});

/** Everything that was declared, as it is; only what is made different is sent. */
export function CorrectForm({ stay, done, onClose }: ActionFormProps) {
  const { t } = useTranslation('stays');
  const documents = useCodeNames('document-type').options;
  const before = valuesOf(stay);
  const form = useForm<Values>({ initialValues: before });
  const submit = useStaySubmit(
    form,
    ({ changes }) =>
      api.correctStay({
        path: { stayId: stay.stayId },
        body: {
          version: stay.version,
          changes: differing(before.changes, changes),
          ...(isTakenBack(before.changes, changes) && { clear: ['place.temporaryResidenceOn'] }),
        },
      }),
    done,
  );
  const field = (name: string, path: string) => ({
    label: t(`one.fields.${name}`),
    ...form.getInputProps(`changes.${path}`),
  });
  return (
    <form ref={submit.ref} onSubmit={submit.onSubmit}>
      <Stack>
        {t('correct.hint')}
        <Problem error={submit.error} shown={submit.shown} />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput {...field('fullName', 'person.fullName')} maxLength={150} data-autofocus />
          <TextInput {...field('birthDate', 'person.birthDate')} inputMode="numeric" maxLength={10} />
          <NativeSelect
            {...field('sex', 'person.sex')}
            data={[
              { value: 'M', label: t('sexes.M') },
              { value: 'F', label: t('sexes.F') },
            ]}
          />
          <NativeSelect {...field('document', 'person.document.type')} data={documents} />
          <TextInput {...field('number', 'person.document.number')} maxLength={32} />
          <TextInput {...field('phone', 'person.phone')} type="tel" maxLength={24} />
          {stay.kind === 'guest' && <TextInput {...field('room', 'place.room')} maxLength={30} />}
          {stay.kind === 'tenant' && stay.person.nationality === 'VNM' && (
            <TextInput {...field('temporaryResidenceOn', 'place.temporaryResidenceOn')} type="date" />
          )}
          <TextInput {...field('arrived', 'arrivedAt')} type="datetime-local" />
          <TextInput {...field('leaves', 'expectedDepartureAt')} type="datetime-local" />
          <TextInput {...field('note', 'note')} maxLength={500} />
        </SimpleGrid>
        <DialogButtons label={t('action.correct')} pending={submit.isPending} onClose={onClose} />
      </Stack>
    </form>
  );
}

/** Nobody registered after all. */
const isTakenBack = (before: Values['changes'], after: Values['changes']): boolean =>
  before.place.temporaryResidenceOn !== '' && after.place.temporaryResidenceOn === '';

/** Only what is different; other fields that were emptied cannot be told apart from those never given, and are left as they were. */
function differing(before: Values['changes'], after: Values['changes']): Changes {
  const person = {
    ...changed(before.person, after.person, ['fullName', 'sex', 'phone']),
    ...(after.person.birthDate !== before.person.birthDate && { birthDate: apiDate(after.person.birthDate) }),
  };
  const { type, number } = after.person.document;
  const document =
    type !== before.person.document.type || number !== before.person.document.number
      ? { type: Number(type), number }
      : undefined;
  const place = changed(
    before.place,
    after.place,
    isTakenBack(before, after) ? ['room'] : ['room', 'temporaryResidenceOn'],
  );
  const whole = { ...person, ...(document && { document }) };
  return {
    ...changed(before, after, ['arrivedAt', 'expectedDepartureAt', 'note']),
    ...(Object.keys(whole).length > 0 && { person: whole as NonNullable<Changes['person']> }),
    ...(Object.keys(place).length > 0 && { place }),
  };
}

const changed = <T, K extends keyof T>(before: T, after: T, keys: readonly K[]): Partial<Pick<T, K>> =>
  Object.fromEntries(keys.filter((key) => before[key] !== after[key]).map((key) => [key, after[key]])) as Partial<
    Pick<T, K>
  >;
