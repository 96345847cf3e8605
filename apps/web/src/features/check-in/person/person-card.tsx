import { Badge, Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconPencil, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../../api/server-clock';
import { useLanguage } from '../../../i18n/use-language';
import { checkPerson, missingFields } from './check-person';
import type { PersonDraft, PersonField } from './person-draft';
import { PersonFieldset } from './person-fieldset';

interface PersonCardProps {
  readonly person: PersonDraft;
  /** Place in the list, from 1. */
  readonly number: number;
  /** Faults that the API found, by field. */
  readonly errors: Readonly<Partial<Record<PersonField, string>>>;
  /** What the person is to the others, such as a patient's relative. */
  readonly role?: string;
  /** The group has more than one room. */
  readonly ownRoom?: boolean;
  readonly onChange: (field: PersonField, value: string) => void;
  readonly onRoom?: (room: string) => void;
  readonly onRemove: () => void;
  /** Fields of this person beside the particulars. */
  readonly children?: ReactNode;
}

/** A person: in one line while all is well, with all fields when something is missing, wrong or to be changed. */
export function PersonCard(props: PersonCardProps) {
  const { person, number, errors, role, ownRoom = false, onChange, onRoom, onRemove, children } = props;
  const { t } = useTranslation('check-in');
  const language = useLanguage();
  const remarks = checkPerson(person, serverNow(), language);
  const faulty =
    Object.keys(errors).length > 0 ||
    missingFields(person).length > 0 ||
    remarks.some(({ severity }) => severity === 'error');
  // Once open it stays so while the clerk is at it: fields must not vanish under the fingers.
  const [opened, setOpened] = useState(faulty);
  const open = opened || faulty;
  const name = person.fields.fullName || t('person.nameless', { number });
  const doubts = remarks.filter(({ severity }) => severity === 'warning');
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('person.label', { number, name })}>
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
          <div style={{ minWidth: 0 }}>
            <Group gap="xs">
              <Text fw={650}>{name}</Text>
              {role !== undefined && (
                <Badge variant="default" tt="none">
                  {role}
                </Badge>
              )}
              <Badge variant="light" color="gray" tt="none">
                {t(`person.source.${person.byGuest ? 'guest' : person.source.kind}`)}
              </Badge>
            </Group>
            {!open && <Summary person={person} />}
          </div>
          <Group gap={4} wrap="nowrap">
            {!open && (
              <Button
                variant="subtle"
                size="compact-md"
                onClick={() => setOpened(true)}
                aria-label={t('person.edit', { name })}
              >
                <IconPencil size={18} aria-hidden />
              </Button>
            )}
            <Button
              variant="subtle"
              color="gray"
              size="compact-md"
              onClick={onRemove}
              aria-label={t('person.remove', { name })}
            >
              <IconTrash size={18} aria-hidden />
            </Button>
          </Group>
        </Group>
        {!open &&
          doubts.map(({ text }) => (
            <Group key={text} gap={6} wrap="nowrap" align="flex-start" role="note">
              <IconAlertTriangle size={18} aria-hidden className="doubt" />
              <Text size="sm">{text}</Text>
            </Group>
          ))}
        {open && <PersonFieldset person={person} remarks={remarks} errors={errors} onChange={onChange} />}
        {ownRoom && (
          <TextInput
            label={t('person.room', { name })}
            value={person.room ?? ''}
            onChange={(event) => onRoom?.(event.currentTarget.value)}
            maw={200}
          />
        )}
        {children}
      </Stack>
    </Paper>
  );
}

function Summary({ person: { fields, source } }: { person: PersonDraft }) {
  const { t } = useTranslation('check-in');
  const parts = [
    fields.birthDate,
    fields.sex !== '' && t(`person.sexes.${fields.sex}`),
    fields.documentNumber,
    fields.nationality !== 'VNM' && fields.nationality,
    source.kind !== 'earlier' && fields.address,
  ];
  return (
    <Text size="sm" c="dimmed">
      {parts.filter(Boolean).join(' · ')}
    </Text>
  );
}
