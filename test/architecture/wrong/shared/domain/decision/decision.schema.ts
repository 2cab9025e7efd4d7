export type Decision = { text: string };
