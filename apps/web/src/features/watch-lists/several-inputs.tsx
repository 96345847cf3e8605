import { ActionIcon, Button, Fieldset, Group, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface SeveralInputsProps<Values extends object> {
  readonly form: UseFormReturnType<Values>;
  readonly path: string;
  readonly label: string;
  readonly hint?: string;
  readonly max: number;
  readonly required?: boolean;
}

/** A text given several times, each in a field of its own. */
export function SeveralInputs<Values extends object>(props: SeveralInputsProps<Values>) {
  const { form: given, path, label, hint, max, required = false } = props;
  const { t } = useTranslation('watch-lists');
  const form = given as unknown as UseFormReturnType<Record<string, unknown>>;
  const texts = path
    .split('.')
    .reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], given.values) as string[];
  const own = form.errors[path];
  return (
    <Fieldset legend={label} p="xs">
      <Stack gap={6}>
        {hint !== undefined && (
          <Text size="xs" c="dimmed">
            {hint}
          </Text>
        )}
        {texts.map((_text, at) => (
          <Group key={at} gap={4} wrap="nowrap" align="flex-start">
            <TextInput
              flex={1}
              aria-label={t('nth', { label, at: at + 1 })}
              required={required && at === 0}
              autoComplete="off"
              {...form.getInputProps(`${path}.${String(at)}`)}
            />
            {(at > 0 || !required) && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={t('remove', { label, at: at + 1 })}
                onClick={() => form.removeListItem(path, at)}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            )}
          </Group>
        ))}
        {own !== undefined && own !== null && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {own}
          </Text>
        )}
        {texts.length < max && (
          <Group>
            <Button
              variant="subtle"
              size="compact-sm"
              mih={28}
              leftSection={<IconPlus size={14} aria-hidden />}
              aria-label={t('addOf', { label })}
              onClick={() => form.insertListItem(path, '')}
            >
              {t('add')}
            </Button>
          </Group>
        )}
      </Stack>
    </Fieldset>
  );
}
