export const row = 'action';
