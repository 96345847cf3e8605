import { Button, Collapse, Group, NativeSelect, Paper, Stack, Text, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconSearch } from '@tabler/icons-react';
import { type FormEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { criteriaOf, givenIn } from './criteria-of';
import { Further } from './further';
import { type Criteria, READINGS, type Reading, readTyped } from './typed';
import { keep, NO_FURTHER, useWork } from './work';

/** The box, how it was understood, and more to ask for, folded away. */
export function SearchForm({ onSearch }: { onSearch: (criteria: Criteria) => void }) {
  const { t } = useTranslation('person-search');
  const work = useWork();
  const moreId = useId();
  const hintId = useId();
  const criteria = criteriaOf(work);
  const empty = Object.keys(criteria).length === 0;
  const filled = Object.keys(givenIn(work.further)).length;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!empty) onSearch(criteria);
  };
  return (
    <Paper withBorder p="md">
      <form onSubmit={submit} role="search">
        <Stack gap="sm">
          <Group align="flex-end" gap="xs">
            <TextInput
              flex="1 1 260px"
              size="md"
              type="search"
              label={t('box')}
              aria-describedby={hintId}
              autoComplete="off"
              spellCheck={false}
              maxLength={150}
              value={work.text}
              onChange={(event) => keep({ text: event.currentTarget.value })}
              leftSection={<IconSearch size={18} aria-hidden />}
            />
            <Button type="submit" size="md" disabled={empty}>
              {t('search')}
            </Button>
          </Group>
          <Text size="sm" c="dimmed" id={hintId}>
            {t('boxHint')}
          </Text>
          <Understood />
          <Group gap="xs">
            <Button
              variant="subtle"
              size="xs"
              aria-expanded={!work.folded}
              aria-controls={moreId}
              onClick={() => keep({ folded: !work.folded })}
              rightSection={work.folded ? <IconChevronDown size={16} /> : <IconChevronUp size={16} />}
            >
              {filled > 0 ? t('moreFilled', { count: filled }) : t('more')}
            </Button>
            {filled > 0 && (
              <Button variant="subtle" size="xs" onClick={() => keep({ further: NO_FURTHER })}>
                {t('clear')}
              </Button>
            )}
          </Group>
          <Collapse id={moreId} expanded={!work.folded}>
            {!work.folded && <Further />}
          </Collapse>
        </Stack>
      </form>
    </Paper>
  );
}

/** Says what the box was taken for before anything is asked, and lets it be taken for something else. */
function Understood() {
  const { t } = useTranslation('person-search');
  const { text, reading, further } = useWork();
  const typed = readTyped(text, reading === '' ? undefined : reading);
  if (!typed) return null;
  const { name, documentTail, birthYear, birthDate } = typed.criteria;
  const lacksYear = documentTail !== undefined && birthYear === undefined && further.birthYear.trim() === '';
  const oneWord = name !== undefined && !name.includes(' ') && birthYear === undefined && birthDate === undefined;
  return (
    <Group gap="sm" align="flex-end">
      <NativeSelect
        label={t('reading.label')}
        size="sm"
        data={[
          { value: '', label: t('reading.auto', { reading: t(`reading.${readTyped(text)?.reading ?? 'name'}`) }) },
          ...READINGS.map((value) => ({ value, label: t(`reading.${value}`) })),
        ]}
        value={reading}
        onChange={(event) => keep({ reading: event.currentTarget.value as Reading | '' })}
      />
      <Text size="sm" c="dimmed" pb={8} aria-live="polite">
        {lacksYear && t('reading.lacksYear')}
        {oneWord && further.birthYear.trim() === '' && t('reading.oneWord')}
        {!lacksYear && !oneWord && birthYear !== undefined && t('reading.withYear', { year: birthYear })}
      </Text>
    </Group>
  );
}
