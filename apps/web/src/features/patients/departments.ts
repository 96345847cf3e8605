import type { Facility } from '../../api/facility';

/** What a department is called; the code itself when the facility never listed it. */
export const departmentName = ({ departments }: Facility, code: string): string =>
  departments.find((department) => department.code === code)?.name ?? code;

/** A hospital or clinic: it declares patients and their relatives. */
export const medical = (facility: Facility | null): boolean => facility?.stayKinds.includes('patient') ?? false;
