/** The address of the file that holds what the engine and its guard know. */
export const DIAGNOSIS_DATA = '/diagnosa-data.json';
