/** What the forms people fill in consist of. */
export {
  type ChoiceTable,
  type ColumnType,
  type Form,
  FORM_IDS,
  type FormColumn,
  type FormId,
  type RowLinks,
} from './forms/form';
