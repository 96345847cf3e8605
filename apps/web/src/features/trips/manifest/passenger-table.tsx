import { Button, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconDots, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PersonField } from '../../check-in/person/person-draft';
import { type Column, RecordTable } from '../../../lists/record-table';
import type { Trip } from '../trip';
import type { RowFaults } from './check-passengers';
import type { PassengerDraft, SeatField } from './passenger';

interface PassengerTableProps {
  readonly trip: Trip;
  readonly rows: readonly PassengerDraft[];
  readonly faults: readonly RowFaults[];
  /** Shows what is missing, not only what is wrong. */
  readonly strict: boolean;
  readonly onPerson: (id: string, field: PersonField, value: string) => void;
  readonly onSeat: (id: string, field: SeatField, value: string) => void;
  readonly onDetails: (id: string) => void;
  readonly onRemove: (id: string) => void;
}

interface Row {
  readonly draft: PassengerDraft;
  readonly number: number;
  readonly faults: RowFaults;
}

/** Passengers to be declared, a row each, mended where the fault stands. */
export function PassengerTable(props: PassengerTableProps) {
  const { trip, rows, faults, strict, onPerson, onSeat, onDetails, onRemove } = props;
  const { t } = useTranslation('trips');
  const shared = (name: string, { draft, number, faults: { fields } }: Row, value: string) => ({
    'aria-label': t('row.field', { number, field: t(`row.${name}`) }),
    'data-field': `${draft.person.id} ${name}`,
    error: strict || value !== '' ? fields[name] : undefined,
    value,
  });
  const text = (name: PersonField, minWidth: string, inputMode: 'text' | 'numeric' = 'text'): Column<Row> => ({
    key: name,
    header: t(`row.${name}`),
    cell: (row) => (
      <TextInput
        {...shared(name, row, row.draft.person.fields[name])}
        onChange={(event) => onPerson(row.draft.person.id, name, event.currentTarget.value)}
        inputMode={inputMode}
        autoComplete="off"
        miw={minWidth}
      />
    ),
  });
  const stop = (name: 'from' | 'to'): Column<Row> => ({
    key: name,
    header: t(name),
    cell: (row) => (
      <NativeSelect
        {...shared(name, row, row.draft[name])}
        onChange={(event) => onSeat(row.draft.person.id, name, event.currentTarget.value)}
        data={trip.stops.map((one) => ({ value: one.code, label: one.name }))}
        miw="9.5rem"
      />
    ),
  });
  const columns: Column<Row>[] = [
    {
      key: 'seat',
      header: t('seat'),
      cell: (row) => (
        <TextInput
          {...shared('seat', row, row.draft.seat)}
          onChange={(event) => onSeat(row.draft.person.id, 'seat', event.currentTarget.value)}
          autoComplete="off"
          autoCapitalize="characters"
          miw="4.5rem"
          w={{ base: '100%', sm: '5rem' }}
        />
      ),
    },
    {
      ...text('fullName', '10.5rem'),
      cell: (row) => (
        <>
          {text('fullName', '10.5rem').cell(row)}
          <Remarks faults={row.faults} />
        </>
      ),
    },
    text('documentNumber', '9rem'),
    text('birthDate', '7rem', 'numeric'),
    {
      key: 'sex',
      header: t('row.sex'),
      cell: (row) => (
        <NativeSelect
          {...shared('sex', row, row.draft.person.fields.sex)}
          onChange={(event) => onPerson(row.draft.person.id, 'sex', event.currentTarget.value)}
          data={[
            { value: '', label: '' },
            { value: 'M', label: t('row.sexes.M') },
            { value: 'F', label: t('row.sexes.F') },
          ]}
          miw="5rem"
        />
      ),
    },
    stop('from'),
    stop('to'),
    {
      key: 'actions',
      header: '',
      cell: ({ draft: { person }, number }) => (
        <Button.Group>
          <Button
            variant="subtle"
            size="compact-md"
            aria-label={t('row.details', { number })}
            onClick={() => onDetails(person.id)}
          >
            <IconDots size={18} aria-hidden />
          </Button>
          <Button
            variant="subtle"
            color="gray"
            size="compact-md"
            aria-label={t('row.remove', { number })}
            onClick={() => onRemove(person.id)}
          >
            <IconTrash size={18} aria-hidden />
          </Button>
        </Button.Group>
      ),
    },
  ];
  return (
    <RecordTable
      caption={t('toDeclare')}
      rows={rows.map((draft, at): Row => ({ draft, number: at + 1, faults: faults[at] ?? { fields: {}, doubts: [] } }))}
      rowKey={({ draft }) => draft.person.id}
      columns={columns}
    />
  );
}

/** What is about the row as a whole, or about a field that has no column. */
function Remarks({ faults: { fields, doubts } }: { faults: RowFaults }) {
  const COLUMNS = new Set(['seat', 'fullName', 'documentNumber', 'birthDate', 'sex', 'from', 'to']);
  const others = Object.entries(fields).filter(([field]) => !COLUMNS.has(field));
  return (
    <>
      {others.map(([field, text]) => (
        <Text key={field} size="xs" c="var(--mantine-color-error)" mt={4} role="alert">
          {text}
        </Text>
      ))}
      {doubts.map((text) => (
        <Text key={text} size="xs" mt={4} className="doubt">
          {text}
        </Text>
      ))}
    </>
  );
}
